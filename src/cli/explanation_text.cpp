#include "cli/explanation_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/output.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using criteria::Criteria;
using criteria::DeterminationReason;
using criteria::ReasonPart;
using criteria::Screening;
using criteria::Truth;
using text::JsonWriter;

std::string_view word_of(Truth truth) {
    switch (truth) {
        case Truth::holds: return "holds";
        case Truth::fails: return "fails";
        case Truth::open: return "open";
    }
    return "";
}

bool from_silence(const Screening& screening, std::size_t fact) {
    const auto& silent = screening.reading.from_silence;
    return std::ranges::find(silent, fact) != silent.end();
}

std::string answer_of(const Criteria& criteria, const Screening& screening, std::size_t fact) {
    return answer_in_words(criteria.facts[fact], screening.reading.answers[fact]);
}

/// `working_together = not_established (a judgement, from silence)`.
std::string stated(const Criteria& criteria, const Screening& screening, std::size_t fact) {
    std::vector<std::string> remarks;
    if (criteria.facts[fact].judgement) remarks.emplace_back("a judgement");
    if (from_silence(screening, fact)) remarks.emplace_back("from silence");
    auto words =
        fmt::format("{} = {}", criteria.facts[fact].id, answer_of(criteria, screening, fact));
    if (!remarks.empty()) words += fmt::format(" ({})", text::join(remarks, ", "));
    return words;
}

std::string way_in_words(const Criteria& criteria, const criteria::Way& way) {
    std::vector<std::string> steps;
    for (const auto& step : way.steps) {
        steps.push_back(fmt::format("{} = {}", criteria.facts[step.fact].id, step.answers));
    }
    return text::join_in_words(steps);
}

/// What the record answers to the fact that a part of a test looks at.
std::string leaf_in_words(const Criteria& criteria, const Screening& screening,
                          const ReasonPart& part) {
    const auto& answer = screening.reading.answers[part.index];
    if (answer.state != criteria::Answer::State::given) return part.test;
    const auto own = stated(criteria, screening, part.index);
    return own.starts_with(part.test) ? own : fmt::format("{}: {}", part.test, own);
}

/// ` (all of)`, ` (any of)`: how the parts under a line make it hold.
std::string_view joining(const ReasonPart& part) {
    if (part.kind == ReasonPart::Kind::conjunction) return "all of";
    if (part.kind == ReasonPart::Kind::disjunction) return "any of";
    return "";
}

class Tree {
 public:
    Tree(Output& out, const Criteria& criteria, const Screening& screening)
        : out_(out), criteria_(criteria), screening_(screening) {}

    void print(const ReasonPart& part, std::size_t indent) {
        switch (part.kind) {
            case ReasonPart::Kind::conjunction:
            case ReasonPart::Kind::disjunction:
                line(part, indent, std::string(joining(part)));
                return print_parts(part, indent + 2);
            case ReasonPart::Kind::condition: return print_condition(part, indent);
            case ReasonPart::Kind::fact:
                return line(part, indent, leaf_in_words(criteria_, screening_, part));
            case ReasonPart::Kind::negation:
                line(part, indent, part.test);
                return print_parts(part, indent + 2);
            case ReasonPart::Kind::constant: return line(part, indent, part.test);
        }
    }

 private:
    /// How its parts are joined stands on the condition's own line.
    void print_condition(const ReasonPart& part, std::size_t indent) {
        const auto& condition = criteria_.conditions[part.index];
        const ReasonPart& test = part.parts.front();
        auto words = fmt::format("{}: {}", condition.id, condition.text);
        const auto how = joining(test);
        if (!how.empty()) words += fmt::format(" ({})", how);
        line(part, indent, words);
        print_parts(how.empty() ? part : test, indent + 2);
    }

    void print_parts(const ReasonPart& part, std::size_t indent) {
        for (const auto& inner : part.parts) print(inner, indent);
    }

    void line(const ReasonPart& part, std::size_t indent, const std::string& words) {
        print_paragraph(out_, fmt::format("{}  {}", word_of(part.truth), words), indent);
    }

    Output& out_;
    const Criteria& criteria_;
    const Screening& screening_;
};

/// What a part that looks at a fact stands on; null where nothing answers it.
void write_leaf(JsonWriter& json, const Criteria& criteria, const Screening& screening,
                std::size_t fact) {
    json.key("fact").value(criteria.facts[fact].id).key("answer");
    const auto answer = answer_of(criteria, screening, fact);
    answer.empty() ? json.null() : json.value(answer);
    json.key("judgement").value(criteria.facts[fact].judgement);
    json.key("from_silence").value(from_silence(screening, fact));
}

void write_tree(JsonWriter& json, const Criteria& criteria, const Screening& screening,
                const ReasonPart& part) {
    json.begin_object().key("test").value(part.test).key("truth").value(word_of(part.truth));
    if (part.kind == ReasonPart::Kind::condition) {
        json.key("condition").value(criteria.conditions[part.index].id);
        json.key("text").value(criteria.conditions[part.index].text);
    }
    if (part.kind == ReasonPart::Kind::fact) write_leaf(json, criteria, screening, part.index);
    json.key("parts").begin_array();
    for (const auto& inner : part.parts) write_tree(json, criteria, screening, inner);
    json.end_array().end_object();
}

/// For a program: the choices one by one, whole numbers as ranges.
void write_values(JsonWriter& json, const criteria::Fact& fact,
                  const std::vector<criteria::AnswerRange>& ranges) {
    json.key("values").begin_array();
    for (const auto& [first, last] : ranges) {
        if (fact.type == criteria::FactType::integer) {
            json.begin_object().key("from").value(first).key("to").value(last).end_object();
            continue;
        }
        for (auto value = first; value <= last; ++value) json.value(fact.text_of(value));
    }
    json.end_array();
}

void write_reason(JsonWriter& json, const Criteria& criteria, const Screening& screening,
                  const criteria::Determination& determination, const DeterminationReason& reason) {
    json.begin_object().key("determination").value(determination.id);
    json.key("forced_by").begin_array();
    for (const std::size_t fact : reason.forcing) {
        json.begin_object().key("fact").value(criteria.facts[fact].id);
        json.key("answer").value(answer_of(criteria, screening, fact));
        json.key("from_silence").value(from_silence(screening, fact)).end_object();
    }
    json.end_array().key("ways").begin_array();
    for (const auto& way : reason.ways) {
        json.begin_object().key("outcome").value(determination.outcomes[way.outcome].id);
        json.key("steps").begin_array();
        for (const auto& step : way.steps) {
            json.begin_object().key("fact").value(criteria.facts[step.fact].id);
            json.key("answers").value(step.answers);
            write_values(json, criteria.facts[step.fact], step.values);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object();
}

}  // namespace

std::vector<std::string> reason_in_words(const Criteria& criteria, const Screening& screening,
                                         std::size_t determination,
                                         const DeterminationReason& reason) {
    std::vector<std::string> lines;
    if (!screening.findings[determination].determined()) {
        const auto& outcomes = criteria.determinations[determination].outcomes;
        for (const auto& way : reason.ways) {
            lines.push_back(fmt::format("shortest way to {}: {}", outcomes[way.outcome].id,
                                        way_in_words(criteria, way)));
        }
        return lines;
    }
    std::vector<std::string> answers;
    for (const std::size_t fact : reason.forcing) {
        answers.push_back(stated(criteria, screening, fact));
    }
    return {answers.empty() ? "whatever the answers, no other outcome is possible"
                            : fmt::format("forced by {}, whatever else is answered",
                                          text::join_in_words(answers))};
}

void print_reason(Output& out, const Criteria& criteria, const Screening& screening,
                  std::size_t determination, const DeterminationReason& reason) {
    for (const auto& line : reason_in_words(criteria, screening, determination, reason)) {
        print_paragraph(out, line, 2);
    }
}

void print_tree(Output& out, const Criteria& criteria, const Screening& screening,
                const ReasonPart& part) {
    Tree(out, criteria, screening).print(part, 4);
}

void print_irrelevant(Output& out, const Criteria& criteria,
                      const criteria::Explanation& explanation) {
    if (explanation.irrelevant.empty()) return;
    std::vector<std::string> names;
    for (const std::size_t fact : explanation.irrelevant) names.push_back(criteria.facts[fact].id);
    print_paragraph(out, text::join(names, ", "), 2);
}

void write_explanation(JsonWriter& json, const Criteria& criteria, const Screening& screening,
                       const criteria::Explanation& explanation) {
    json.key("determinations").begin_array();
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        write_reason(json, criteria, screening, criteria.determinations[i],
                     explanation.determinations[i]);
    }
    json.end_array().key("criteria").begin_array();
    for (std::size_t i = 0; i < screening.criteria.size(); ++i) {
        json.begin_object().key("id").value(criteria.criteria[screening.criteria[i]].id);
        json.key("tree");
        write_tree(json, criteria, screening, explanation.criteria[i]);
        json.end_object();
    }
    json.end_array().key("irrelevant").begin_array();
    for (const std::size_t fact : explanation.irrelevant) json.value(criteria.facts[fact].id);
    json.end_array();
}

}  // namespace scr::cli
