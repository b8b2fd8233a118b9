#include "criteria/difference_facts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

/// The order of choices only decides in which order people read them.
std::string choices_text(const Fact& fact, const Fact& other) {
    if (fact.type != FactType::choice) return "";
    const bool same = std::is_permutation(fact.choices.begin(), fact.choices.end(),
                                          other.choices.begin(), other.choices.end());
    return text::join(same ? std::min(fact.choices, other.choices) : fact.choices, ", ");
}

std::string range_text(const Fact& fact) {
    return fact.type == FactType::integer ? fmt::format("{} to {}", fact.least, fact.most) : "";
}

std::string answer_text(const Fact& fact, const std::optional<std::int64_t>& answer) {
    return answer ? fact.text_of(*answer) : "";
}

std::string partner_text(const Criteria& criteria, const Fact& fact) {
    return fact.if_blank_same_as ? criteria.facts[*fact.if_blank_same_as].id : "";
}

std::string years_text(const Fact& fact) {
    if (!fact.years) return "";
    return fmt::format("{} to {}", fact.years->from, text::join_in_words(fact.years->to, "else"));
}

std::string grounds_text(const Fact& fact) {
    std::vector<std::string> answers;
    for (const std::int64_t value : fact.ground_required_for)
        answers.push_back(fact.text_of(value));
    std::sort(answers.begin(), answers.end());
    return text::join(answers, ", ");
}

std::vector<FactChange> changes_of(const Criteria& first, const Fact& a, const Criteria& second,
                                   const Fact& b) {
    std::vector<FactChange> changes{
        {"ask", a.ask, b.ask},
        {"type", std::string(to_text(a.type)), std::string(to_text(b.type))},
        {"choices", choices_text(a, b), choices_text(b, a)},
        {"range", range_text(a), range_text(b)},
        {"if_blank", answer_text(a, a.if_blank), answer_text(b, b.if_blank)},
        {"if_unknown", answer_text(a, a.if_unknown), answer_text(b, b.if_unknown)},
        {"if_blank_same_as", partner_text(first, a), partner_text(second, b)},
        {"years", years_text(a), years_text(b)},
        {"judgement", a.judgement ? "true" : "", b.judgement ? "true" : ""},
        {"ground_required_for", grounds_text(a), grounds_text(b)},
    };
    std::erase_if(changes, [](const FactChange& change) { return change.first == change.second; });
    return changes;
}

}  // namespace

void compare_facts(const Criteria& first, const Criteria& second, Difference& difference) {
    for (std::size_t i = 0; i < first.facts.size(); ++i) {
        const auto partner = second.fact_of(first.facts[i].id);
        if (!partner) {
            difference.facts_removed.push_back(i);
            continue;
        }
        auto changes = changes_of(first, first.facts[i], second, second.facts[*partner]);
        if (!changes.empty()) difference.facts_changed.push_back({i, *partner, std::move(changes)});
    }
    for (std::size_t i = 0; i < second.facts.size(); ++i) {
        if (!first.fact_of(second.facts[i].id)) difference.facts_added.push_back(i);
    }
}

}  // namespace scr::criteria
