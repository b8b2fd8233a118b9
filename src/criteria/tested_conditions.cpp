#include "criteria/tested_conditions.hpp"

#include <algorithm>

#include "scr/criteria/explanation.hpp"

namespace scr::criteria {
namespace {

Test negation_of(Test test) {
    Test result;
    result.kind = Test::Kind::negation;
    result.operands.push_back(std::move(test));
    return result;
}

/// Whether a condition is but another name for a comparison or a condition, perhaps negated.
bool is_alias(const Test& test) {
    switch (test.kind) {
        case Test::Kind::fact:
        case Test::Kind::condition: return true;
        case Test::Kind::negation: return is_alias(test.operands.front());
        default: return false;
    }
}

/// A comparison in the shortest words of the file's language: `died`, `setting != none`.
std::string comparison_text(const Criteria& criteria, const Test& test) {
    const Fact& fact = criteria.facts[test.index];
    if (fact.type == FactType::yes_no && test.values == std::vector<std::int64_t>{0})
        return fact.id;
    if (fact.type != FactType::choice || test.values.size() + 1 != fact.choices.size() ||
        test.values.size() < 2)
        return test_text(criteria, test);
    std::int64_t other = 0;
    while (accepts(test, other)) ++other;
    return fact.id + " != " + fact.text_of(other);
}

void reach(const Criteria& criteria, const Test& test, std::vector<bool>& reached) {
    if (test.kind == Test::Kind::condition && !reached[test.index]) {
        reached[test.index] = true;
        reach(criteria, criteria.conditions[test.index].when, reached);
    }
    for (const Test& operand : test.operands) reach(criteria, operand, reached);
}

std::vector<bool> conditions_of_criteria(const Criteria& criteria) {
    std::vector<bool> reached(criteria.conditions.size());
    for (const Criterion& criterion : criteria.criteria) reach(criteria, criterion.when, reached);
    return reached;
}

}  // namespace

TestedConditions::TestedConditions(const Criteria& criteria, const Levels& levels)
    : criteria_(criteria), levels_(levels) {
    const std::vector<bool> used = conditions_of_criteria(criteria);
    for (std::size_t i = 0; i < criteria.conditions.size(); ++i) add_condition(i, used[i]);
    for (const Criterion& criterion : criteria.criteria) add_comparisons(criterion.when, "");
}

void TestedConditions::add_condition(std::size_t condition, bool with_comparisons) {
    const Condition& said = criteria_.conditions[condition];
    const bool is_comparison = said.when.kind == Test::Kind::fact;
    if (!is_alias(said.when) || !with_comparisons) {
        Test test;
        test.kind = Test::Kind::condition;
        test.index = condition;
        entries_.push_back({{said.id, said.when_text, said.text}, test, condition, {}});
    }
    if (with_comparisons) add_comparisons(said.when, is_comparison ? said.id : "");
    if (!is_comparison || !with_comparisons) return;
    // The condition's own words go before those of a comparison that was met without a name.
    const auto found = comparison_of(said.when);
    TestedCondition& comparison = entries_[found->entry].said;
    if (comparison.name.empty() && !found->opposite) comparison.name = said.id;
    if (comparison.name == said.id) comparison.text = said.text;
}

void TestedConditions::add_comparisons(const Test& test, const std::string& name) {
    for (const Test& operand : test.operands) add_comparisons(operand, "");
    if (test.kind != Test::Kind::fact || comparison_of(test)) return;
    entries_.push_back({{name, comparison_text(criteria_, test), criteria_.facts[test.index].ask},
                        test,
                        std::nullopt,
                        accepted_by(test)});
}

std::vector<bool> TestedConditions::accepted_by(const Test& test) const {
    const AnswerClasses& classes = levels_.classes(levels_.level(test.index));
    std::vector<bool> accepted;
    for (std::size_t i = 0; i < classes.count(); ++i)
        accepted.push_back(accepts(test, classes.representative(i)));
    return accepted;
}

std::optional<TestedConditions::Found> TestedConditions::comparison_of(const Test& test) const {
    const std::vector<bool> same = accepted_by(test);
    std::vector<bool> opposite = same;
    opposite.flip();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        if (entry.condition || entry.test.index != test.index) continue;
        if (entry.accepted == same) return Found{i, false};
        if (entry.accepted == opposite) return Found{i, true};
    }
    return std::nullopt;
}

bool TestedConditions::is_turned(const Test& test, std::size_t index) const {
    if (test.kind == Test::Kind::condition) return entries_[index].condition == test.index;
    if (test.kind != Test::Kind::fact || entries_[index].condition) return false;
    const auto found = comparison_of(test);
    return found && found->entry == index;
}

bool TestedConditions::turns_on(const Test& test, std::size_t index) const {
    if (is_turned(test, index)) return true;
    if (test.kind == Test::Kind::condition)
        return turns_on(criteria_.conditions[test.index].when, index);
    return std::any_of(test.operands.begin(), test.operands.end(),
                       [&](const Test& operand) { return turns_on(operand, index); });
}

/// A named condition is entered only where what is turned stands inside it.
Test TestedConditions::turned(const Test& test, std::size_t index) const {
    if (is_turned(test, index)) return negation_of(test);
    if (test.kind == Test::Kind::condition) {
        return turns_on(test, index) ? turned(criteria_.conditions[test.index].when, index) : test;
    }
    Test result = test;
    for (Test& operand : result.operands) operand = turned(operand, index);
    return result;
}

std::size_t TestedConditions::told_apart(std::size_t fact, std::int64_t a, std::int64_t b) const {
    const AnswerClasses& classes = levels_.classes(levels_.level(fact));
    const auto tells = [&](const Entry& entry) {
        return !entry.condition && entry.test.index == fact &&
               entry.accepted[classes.class_of(a)] != entry.accepted[classes.class_of(b)];
    };
    return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), tells));
}

}  // namespace scr::criteria
