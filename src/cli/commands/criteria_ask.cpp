#include <fmt/format.h>

#include <iostream>

#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/question_text.hpp"
#include "cli/screening_sink.hpp"
#include "cli/screening_table.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "scr/criteria/interview.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

constexpr std::string_view ask_prompt = "answer, ? for the note, < to go back: ";

/// What is asked, answer by answer, until the outcomes stand. Questions go to standard error, so
/// that a result that is piped on is nothing but the result.
class AskedInterview {
 public:
    AskedInterview(Context& context, const criteria::Criteria& criteria, bool in_order)
        : context_(context),
          criteria_(criteria),
          screener_(criteria),
          interview_(screener_, in_order ? criteria::Interview::Order::of_the_file
                                         : criteria::Interview::Order::soonest) {}

    /// False when the answers ended before the outcomes stood.
    bool run() {
        for (auto fact = interview_.next(); fact; fact = interview_.next()) {
            ask(*fact);
            if (!take(*fact)) return false;
        }
        return true;
    }

    void print(bool finished) {
        Sheet sheet("interview", finished ? "The outcomes that the answers call for"
                                          : "The answers ended before everything was settled");
        sheet.field("criteria_file", "under", criteria_.id)
            .field("questions", "questions", static_cast<std::int64_t>(interview_.questions()))
            .section(outcomes())
            .section(given())
            .print(context_);
        if (context_.format() == Format::text) {
            context_.out().line();
            print_paragraph(context_.out(), evidence_note(criteria_), 0);
        }
    }

 private:
    void ask(std::size_t fact) {
        print_question(context_.err(), interview_, fact);
        context_.err().put(ask_prompt).flush();
    }

    /// Reads until there is an answer to this question, or the one before is asked again.
    bool take(std::size_t fact) {
        std::string line;
        while (std::getline(std::cin, line)) {
            if (asks_for_note(line)) {
                print_question_note(context_.err(), interview_, fact);
                ask(fact);
            } else if (asks_to_go_back(line)) {
                interview_.go_back();
                return true;
            } else if (const auto objection = interview_.take(fact, line)) {
                context_.err().line(objection->in_words()).put(ask_prompt).flush();
            } else {
                return true;
            }
        }
        context_.err().line().flush();
        return false;
    }

    Section outcomes() {
        Section section{"outcomes",
                        "Outcomes",
                        Section::Form::table,
                        {{"determination", "question"},
                         {"outcome", "outcome"},
                         {"label", "meaning"},
                         {"possible", ""}},
                        {},
                        ""};
        const auto findings = interview_.findings();
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            const auto& determination = criteria_.determinations[i];
            std::vector<std::string> possible;
            for (const auto k : findings[i].possible) {
                possible.push_back(determination.outcomes[k].id);
            }
            const bool settled = findings[i].determined();
            section.rows.push_back(
                {determination.id, std::string(outcome_id(determination, findings[i])),
                 settled ? determination.outcomes[findings[i].possible.front()].label
                         : "possible: " + text::join(possible, ", "),
                 possible});
        }
        return section;
    }

    Section given() {
        Section section{
            "answers", "Answers", Section::Form::table, {{"fact", "fact"}, {"answer", "answer"}},
            {},        "none"};
        for (const std::size_t fact : interview_.answered()) {
            section.rows.push_back(
                {criteria_.facts[fact].id,
                 answer_in_words(criteria_.facts[fact], interview_.answers()[fact])});
        }
        return section;
    }

    Context& context_;
    const criteria::Criteria& criteria_;
    criteria::Screener screener_;
    criteria::Interview interview_;
};

struct AskOptions {
    CriteriaOptions criteria;
    bool in_order = false;
};

int run_ask(const AskOptions& options, Context& context) {
    context.format_among({Format::text, Format::json});
    if (context.globals().no_input) {
        throw Failure(FailureKind::usage, "`--no-input` leaves nothing to ask", "", "",
                      "answers may also come from standard input, a line each");
    }
    const auto loaded = criteria_of(options.criteria, context);
    AskedInterview interview(context, loaded->criteria, options.in_order);
    const bool finished = interview.run();
    interview.print(finished);
    return 0;
}

}  // namespace

void declare_criteria_ask(CLI::App& criteria, Actions& actions) {
    auto& ask = add_subcommand(criteria, "ask", "the questions that settle the outcome soonest");
    const auto options = std::make_shared<AskOptions>();
    add_option(ask, "FILE|ID", options->criteria.file, "the criteria file; scr-2015 unless named");
    add_flag(ask, "--in-order", options->in_order, "ask in the order of the file");
    add_examples(ask, "  scr criteria ask\n  scr criteria ask lcspr-2023 --in-order");
    actions.add(ask, [options](Context& context) { return run_ask(*options, context); });
}

}  // namespace scr::cli
