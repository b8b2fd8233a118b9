#include "cli/interview_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/output.hpp"
#include "cli/question_text.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "cli/table.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::InterviewStep;
using casework::NotifyInterview;
using Kind = InterviewStep::Kind;

std::string outcome_with_label(const criteria::Determination& determination,
                               const criteria::Finding& finding) {
    if (finding.determined()) {
        const auto& outcome = determination.outcomes[finding.possible.front()];
        return outcome.label.empty() ? outcome.id
                                     : fmt::format("{} ({})", outcome.id, outcome.label);
    }
    std::vector<std::string> ids;
    for (const auto i : finding.possible) ids.push_back(determination.outcomes[i].id);
    return "undetermined, possible: " + text::join(ids, ", ");
}

void print_outcomes(Output& output, NotifyInterview& interview) {
    Table table({"question", "outcome"});
    const auto findings = interview.facts()->findings();
    const auto& determinations = interview.criteria()->criteria.determinations;
    for (std::size_t i = 0; i < determinations.size(); ++i) {
        table.row({determinations[i].id, outcome_with_label(determinations[i], findings[i])});
    }
    table.print(output);
}

void print_form(Output& output, const casework::IncomingRecord& record) {
    Table table({"form", "entry"});
    for (const auto& field : casework::form_fields()) {
        if (field.date == nullptr) {
            if (const auto& text = record.*field.text; !text.empty()) {
                table.row({std::string(field.column), text});
            }
        } else if (const auto& date = record.dates.*field.date) {
            table.row({std::string(field.column), record::to_text(*date)});
        }
    }
    if (table.empty()) return;
    output.line();
    table.print(output);
}

std::string answer_with_ground(const criteria::Fact& fact, const criteria::Answer& answer,
                               const casework::Attribution& by) {
    std::string words = answer_in_words(fact, answer);
    if (!by.source.empty()) words += fmt::format(" (from {})", by.source);
    if (!by.ground.empty()) words += fmt::format(", on the ground: {}", by.ground);
    return words;
}

/// A blank takes the file's answer to silence when the record is screened: not a thing to find out
/// afterwards.
std::string blank_in_words(const criteria::Criteria& criteria, const criteria::Fact& fact) {
    if (fact.if_blank_same_as) {
        return fmt::format("{} (read as {})", fact.id, criteria.facts[*fact.if_blank_same_as].id);
    }
    if (!fact.if_blank) return fact.id;
    return fmt::format("{} (read as {})", fact.id, fact.text_of(*fact.if_blank));
}

void print_answers(Output& output, const criteria::Criteria& criteria,
                   casework::IncomingRecord& record) {
    Table table({"fact", "answer"});
    std::vector<std::string> blank;
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        const auto& fact = criteria.facts[i];
        if (record.answers[i].state == criteria::Answer::State::blank) {
            blank.push_back(blank_in_words(criteria, fact));
        } else {
            table.row(
                {fact.id, answer_with_ground(fact, record.answers[i], record.attributions[i])});
        }
    }
    if (!table.empty()) {
        output.line();
        table.print(output);
    }
    if (blank.empty()) return;
    output.line();
    print_paragraph(output, "left blank: " + text::join(blank, ", "), 0);
}

}  // namespace

void print_step(Output& output, NotifyInterview& interview, const InterviewStep& step) {
    switch (step.kind) {
        case Kind::field: {
            const auto& field = casework::form_fields()[step.index];
            return print_asked(output, std::string(field.ask), {std::string(field.hint)});
        }
        case Kind::fact:
            print_question(output, *interview.facts(), step.index);
            if (step.may_be_left_out) print_paragraph(output, "Enter leaves it out", 3);
            return;
        case Kind::ground:
            return print_asked(output, "On what ground?",
                               {"the answer stands only with a written ground"});
        case Kind::rest:
            return print_asked(output, "Ask the remaining questions too, for the record?",
                               {"y or n; each of them may be left out"});
        case Kind::confirm: return;
    }
}

void print_step_note(Output& output, NotifyInterview& interview, const InterviewStep& step) {
    if (step.kind == Kind::fact) {
        return print_question_note(output, *interview.facts(), step.index);
    }
    output.line();
    if (step.kind == Kind::field && step.index == 0) {
        print_paragraph(output, "the criteria in force on that day are chosen by it", 0);
    } else if (step.kind == Kind::rest) {
        print_paragraph(output, "their answers change no outcome; they make the record fuller", 0);
    } else {
        print_paragraph(output, "there is no note on it", 0);
    }
}

std::string prompt_of(const InterviewStep& step) {
    std::string prompt = "answer";
    if (step.kind == Kind::fact) prompt += ", ? for the note";
    return prompt + ", < to go back";
}

std::set<std::size_t> settled_determinations(NotifyInterview& interview) {
    std::set<std::size_t> settled;
    if (interview.facts() == nullptr) return settled;
    const auto findings = interview.facts()->findings();
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].determined()) settled.insert(i);
    }
    return settled;
}

void print_settled(Output& output, NotifyInterview& interview, std::size_t determination) {
    const auto& asked = interview.criteria()->criteria.determinations[determination];
    const auto finding = interview.facts()->findings()[determination];
    output.line();
    print_paragraph(output,
                    fmt::format("{} is settled after {}: {}", asked.id,
                                text::counted(interview.facts()->questions(), "question"),
                                outcome_with_label(asked, finding)),
                    0);
}

void print_summary(Output& output, NotifyInterview& interview) {
    auto record = interview.record();
    const auto& criteria = interview.criteria()->criteria;
    output.line();
    print_paragraph(output, fmt::format("What will be recorded, under {}", criteria.id), 0);
    output.line();
    print_outcomes(output, interview);
    print_form(output, record);
    print_answers(output, criteria, record);
    output.line();
}

}  // namespace scr::cli
