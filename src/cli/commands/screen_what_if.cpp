#include <fmt/format.h>

#include "cli/assignments.hpp"
#include "cli/commands/casework_io.hpp"
#include "cli/commands/screen.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/diagnostics.hpp"
#include "cli/explanation_text.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/what_if.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::CaseScreening;

template <class Items, class Positions>
std::vector<std::string> ids_of(const Items& items, const Positions& positions) {
    std::vector<std::string> ids;
    for (const std::size_t i : positions) ids.push_back(items[i].id);
    return ids;
}

std::string outcome_in_words(const CaseScreening& screening, std::size_t index) {
    const auto& determination = screening.criteria->criteria.determinations[index];
    const auto& finding = screening.screening.findings[index];
    const auto ids = ids_of(determination.outcomes, finding.possible);
    return finding.determined() ? ids.front() : "undetermined: " + text::join(ids, ", ");
}

Section outcomes_of(const CaseScreening& before, const CaseScreening& after) {
    Section section{"outcomes",
                    "Outcomes",
                    Section::Form::table,
                    {{"determination", "question"}, {"before", "before"}, {"after", "after"}},
                    {},
                    ""};
    const auto& determinations = before.criteria->criteria.determinations;
    for (std::size_t i = 0; i < determinations.size(); ++i) {
        section.rows.push_back(
            {determinations[i].id, outcome_in_words(before, i), outcome_in_words(after, i)});
    }
    return section;
}

Section lists_of(const CaseScreening& before, const CaseScreening& after) {
    const auto& criteria = before.criteria->criteria;
    Section section{"lists",
                    "What holds and what is missing",
                    Section::Form::table,
                    {{"list", ""}, {"what", "what"}, {"before", "before"}, {"after", "after"}},
                    {},
                    ""};
    const auto row = [&](const char* key, const char* words, const auto& items, auto member) {
        section.rows.push_back({std::string(key), std::string(words),
                                ids_of(items, before.screening.*member),
                                ids_of(items, after.screening.*member)});
    };
    row("criteria", "criteria that hold", criteria.criteria, &criteria::Screening::criteria);
    row("missing", "missing", criteria.facts, &criteria::Screening::missing);
    row("assumed", "taken from silence, and decided", criteria.facts,
        &criteria::Screening::assumed);
    return section;
}

class Comparison {
 public:
    Comparison(const ScreenOptions& options, Context& context, casework::Store& store)
        : options_(options),
          context_(context),
          store_(store),
          named_(context.criteria_named()),
          back_(looking_back(options, context)) {}

    int run(const record::Case& newest) {
        const auto known = casework::as_known(store_, newest, back_);
        if (const auto* refusal = std::get_if<casework::ChoiceRefusal>(&known)) {
            throw not_screened(newest.reference, *refusal);
        }
        const auto& child = std::get<record::Case>(known);
        newest_facts_ = newest.facts.number;
        auto choice = casework::criteria_for(store_, context_.criteria_library(), named_, child,
                                             back_.in_force_on);
        if (const auto* refusal = std::get_if<casework::ChoiceRefusal>(&choice)) {
            throw not_screened(child.reference, *refusal);
        }
        const auto& [criteria, warning] = std::get<casework::CaseCriteria>(choice);
        if (!warning.empty()) context_.warn(warning);
        const auto& screener = screeners_.of(criteria);
        const auto changes =
            read_assignments(options_.what_if, criteria->criteria, Assignable::facts, context_)
                .answers;
        const auto before =
            accepted(casework::screen_case(child, criteria, screener, options_.blanks()), child);
        const auto after =
            accepted(casework::what_if(before, changes, screener, options_.blanks()), child);
        trial_ = is_trial(context_, *criteria);
        print(before, after);
        if (options_.explain && context_.format() == Format::text) explain(after, screener);
        return 0;
    }

 private:
    static CaseScreening accepted(std::variant<CaseScreening, casework::RejectedRecord> screened,
                                  const record::Case& child) {
        if (const auto* rejected = std::get_if<casework::RejectedRecord>(&screened)) {
            throw not_screened(child.reference, *rejected);
        }
        return std::get<CaseScreening>(std::move(screened));
    }

    void print(const CaseScreening& before, const CaseScreening& after) {
        Sheet("what_if", fmt::format("{} with {}", before.child.reference,
                                     text::join_in_words(options_.what_if)))
            .field("case", "", before.child.reference)
            .field("criteria_file", "under", before.criteria->criteria.id)
            .field("looking_back", "looking back at",
                   back_.any()
                       ? Cell(casework::in_words(back_, before.record.facts_version, newest_facts_))
                       : Cell())
            .field("in_force_on", "", date_cell(back_.in_force_on))
            .field("known_at", "", date_cell(back_.known_at))
            .field("what_if", "", options_.what_if)
            .field("stored", "", false)
            .field("trial", "", trial_)
            .section(outcomes_of(before, after))
            .section(lists_of(before, after))
            .print(context_);
        if (trial_ && context_.format() == Format::text) {
            context_.out().line();
            print_paragraph(context_.out(), casework::trial_note(before.criteria->criteria), 0);
        }
    }

    void explain(const CaseScreening& after, const criteria::Screener& screener) {
        const auto explanation = criteria::explain(screener, after.screening);
        context_.out().line().line();
        print_screening(context_.out(), {after, {}, &explanation, trial_});
    }

    const ScreenOptions& options_;
    Context& context_;
    casework::Store& store_;
    casework::CriteriaPointer named_;
    casework::Screeners screeners_;
    casework::LookingBack back_;
    int newest_facts_ = 0;
    bool trial_ = false;
};

}  // namespace

int run_screen_what_if(const ScreenOptions& options, Context& context) {
    context.format_among({Format::text, Format::json});
    auto& store = context.store_or_empty();
    const auto cases = casework::cases_named(store, options.cases);
    if (cases.size() > 1 && context.format() == Format::json) {
        throw Failure(FailureKind::usage, "`--what-if` in JSON is about one case", "", "",
                      "name one of them");
    }
    Comparison comparison(options, context, store);
    for (const auto& child : cases) {
        if (&child != &cases.front()) context.out().line().line();
        comparison.run(child);
    }
    context.notice("nothing was stored");
    return 0;
}

}  // namespace scr::cli
