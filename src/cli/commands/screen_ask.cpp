#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/screen.hpp"
#include "cli/context.hpp"
#include "cli/diagnostics.hpp"
#include "cli/listing.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/open_questions.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// Screens cases without storing anything, and counts what asking would bring.
class PendingQuestions {
 public:
    PendingQuestions(const ScreenOptions& options, Context& context, casework::Store& store)
        : options_(options), context_(context), store_(store), named_(context.criteria_named()) {}

    int run(const std::vector<std::string>& references) {
        for (const auto& reference : references) count(store_.case_of(reference).value());
        for (const auto& warning : warnings_) context_.warn(warning);
        print();
        const auto refused =
            refused_ > 0 ? fmt::format(", {} could not be screened", refused_) : "";
        context_.notice(fmt::format("{}: {} settled, {} with a question open{}; nothing was stored",
                                    text::counted(references.size(), "case"), found_.settled(),
                                    found_.open(), refused));
        return status_;
    }

 private:
    void count(const record::Case& child) {
        auto choice = casework::criteria_for(store_, context_.criteria_library(), named_, child);
        if (const auto* refusal = std::get_if<casework::ChoiceRefusal>(&choice)) {
            return refuse_case(not_screened(child.reference, *refusal));
        }
        const auto& [criteria, warning] = std::get<casework::CaseCriteria>(choice);
        if (!warning.empty()) warnings_.insert(warning);
        const auto& screener = screeners_.of(criteria);
        const auto screened = casework::screen_case(child, criteria, screener, options_.blanks());
        if (const auto* rejected = std::get_if<casework::RejectedRecord>(&screened)) {
            return refuse_case(not_screened(child.reference, *rejected));
        }
        found_.add(std::get<casework::CaseScreening>(screened), screener, options_.blanks());
    }

    void refuse_case(const Failure& failure) {
        ++refused_;
        print_block(context_.err(), render(failure));
        status_ = std::max(status_, exit_status(failure));
    }

    void print() {
        const auto questions = found_.ranked();
        // A case that was refused may wait for an answer too.
        if (questions.empty() && refused_ > 0 && context_.format() == Format::text) return;
        Listing listing("questions", {{"fact", "fact"},
                                      {"settles", "settles"},
                                      {"may_settle", "may settle"},
                                      {"matters", "matters in"},
                                      {"question", "question"},
                                      {"criteria_file", "under"},
                                      {"cases", ""}});
        for (const auto& question : questions) {
            const auto& fact = question.criteria->criteria.facts[question.fact];
            const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
            listing.add({fact.id, number(question.settles), number(question.may_settle),
                         number(question.cases.size()), fact.ask, question.criteria->criteria.id,
                         question.cases});
        }
        listing.print(context_, "no case waits for an answer");
    }

    const ScreenOptions& options_;
    Context& context_;
    casework::Store& store_;
    casework::CriteriaPointer named_;
    casework::Screeners screeners_;
    casework::OpenQuestions found_;
    std::set<std::string> warnings_;
    std::size_t refused_ = 0;
    int status_ = 0;
};

}  // namespace

int run_screen_ask(const ScreenOptions& options, Context& context) {
    auto& store = context.store_or_empty();
    std::vector<std::string> references;
    if (options.pending) {
        references = casework::cases_to_ask(store);
    } else {
        for (const auto& child : casework::cases_named(store, options.cases)) {
            references.push_back(child.reference);
        }
    }
    return PendingQuestions(options, context, store).run(references);
}

}  // namespace scr::cli
