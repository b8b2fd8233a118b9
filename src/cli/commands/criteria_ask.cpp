#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/screening_sink.hpp"
#include "cli/screening_table.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "scr/criteria/cell.hpp"
#include "scr/criteria/questions.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using criteria::Answer;
using criteria::Fact;
using criteria::FactType;

/// Where a fact is asked about: the file's own words on the way, the criteria that look at it.
std::string note_of(const criteria::Criteria& criteria, std::size_t asked) {
    const Fact& fact = criteria.facts[asked];
    std::string note = fact.note.empty() ? "the file has no note on it" : fact.note;
    if (fact.judgement) note += " (a professional's judgement)";
    std::vector<std::string> cited;
    for (const auto& criterion : criteria.criteria) {
        if (!criteria::facts_in(criteria, criterion.when).contains(asked)) continue;
        auto citation = criteria.citations_text(criterion.cite);
        if (!citation.empty() && std::ranges::find(cited, citation) == cited.end()) {
            cited.push_back(std::move(citation));
        }
    }
    if (!cited.empty()) note += "\n" + text::join(cited, "\n");
    return note;
}

/// What is asked, answer by answer, until the outcomes stand. Questions go to standard error, so
/// that a result that is piped on is nothing but the result.
class Interview {
 public:
    Interview(Context& context, const criteria::Criteria& criteria, bool in_order)
        : context_(context),
          criteria_(criteria),
          screener_(criteria),
          questions_(screener_),
          answers_(criteria.facts.size()),
          in_order_(in_order) {}

    /// False when the answers ended before the outcomes stood.
    bool run() {
        for (auto fact = next(); fact; fact = next()) {
            ask(*fact);
            if (!take(*fact)) return false;
        }
        return true;
    }

    void print(bool finished) {
        Sheet sheet("interview", finished ? "The outcomes that the answers call for"
                                          : "The answers ended before everything was settled");
        sheet.field("criteria_file", "under", criteria_.id)
            .field("questions", "questions", static_cast<std::int64_t>(order_.size()))
            .section(outcomes())
            .section(given())
            .print(context_);
        if (context_.format() == Format::text) {
            context_.out().line();
            print_paragraph(context_.out(), evidence_note(criteria_), 0);
        }
    }

 private:
    std::optional<std::size_t> next() {
        if (in_order_) return questions_.next_in_order(answers_);
        const auto question = questions_.next(answers_);
        return question ? std::optional(question->fact) : std::nullopt;
    }

    std::vector<std::string> choices(std::size_t fact) {
        std::vector<std::string> words;
        if (criteria_.facts[fact].type == FactType::integer) return words;
        for (const auto value : questions_.answers_left(answers_, fact)) {
            words.push_back(criteria_.facts[fact].text_of(value));
        }
        words.emplace_back("unknown");
        return words;
    }

    void ask(std::size_t fact) {
        auto& err = context_.err();
        err.line();
        err.line(fmt::format("{}. {}", order_.size() + 1, criteria_.facts[fact].ask), Style::bold);
        const auto words = choices(fact);
        for (std::size_t i = 0; i < words.size(); ++i) {
            err.line(
                fmt::format("   {}) {}", static_cast<char>('a' + static_cast<int>(i)), words[i]));
        }
        if (words.empty()) err.line("   " + criteria_.facts[fact].answers_in_words());
        err.put("answer, ? for the note, < to go back: ").flush();
    }

    /// Reads until there is an answer to this question, or the one before is asked again.
    bool take(std::size_t fact) {
        std::string line;
        while (std::getline(std::cin, line)) {
            const auto typed = std::string(text::trim(line));
            if (typed == "?") {
                context_.err().line().line(note_of(criteria_, fact));
                ask(fact);
            } else if (typed == "<") {
                go_back();
                return true;
            } else if (answer(fact, typed)) {
                return true;
            }
        }
        context_.err().line().flush();
        return false;
    }

    void go_back() {
        if (order_.empty()) return;
        answers_[order_.back()] = Answer::blank();
        order_.pop_back();
    }

    bool answer(std::size_t fact, const std::string& typed) {
        const auto words = choices(fact);
        std::string word = typed;
        if (typed.size() == 1 && typed[0] >= 'a' &&
            static_cast<std::size_t>(typed[0] - 'a') < words.size()) {
            word = words[static_cast<std::size_t>(typed[0] - 'a')];
        }
        const auto read = criteria::read_cell(criteria_.facts[fact], word);
        if (!read.problem.empty() || read.answer.state == Answer::State::blank) {
            return again(typed.empty() ? "that is no answer" : read.problem, read.help);
        }
        if (read.answer.state == Answer::State::given) {
            const auto left = questions_.answers_left(answers_, fact);
            if (std::ranges::find(left, read.answer.value) == left.end()) {
                return again("the answers before rule that out", "< goes back");
            }
        }
        answers_[fact] = read.answer;
        order_.push_back(fact);
        return true;
    }

    bool again(const std::string& why, const std::string& help) {
        context_.err().line(help.empty() ? why : why + ", " + help);
        context_.err().put("answer, ? for the note, < to go back: ").flush();
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
        const auto findings = questions_.findings(answers_);
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
        for (const std::size_t fact : order_) {
            section.rows.push_back(
                {criteria_.facts[fact].id, answer_in_words(criteria_.facts[fact], answers_[fact])});
        }
        return section;
    }

    Context& context_;
    const criteria::Criteria& criteria_;
    criteria::Screener screener_;
    criteria::Questions questions_;
    criteria::Answers answers_;
    std::vector<std::size_t> order_;  ///< facts, as they were answered
    bool in_order_;
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
    Interview interview(context, loaded->criteria, options.in_order);
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
