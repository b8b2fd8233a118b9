#include "criteria/turned_outcomes.hpp"

#include <algorithm>

namespace scr::criteria {
namespace {

Possible as_bit(bool holds) {
    return holds ? holds_bit : fails_bit;
}

}  // namespace

TurnedOutcomes::TurnedOutcomes(RuleDiagrams& diagrams, const TestedConditions& conditions)
    : diagrams_(diagrams), conditions_(conditions), touched_(diagrams.criteria().criteria.size()) {
    const Criteria& criteria = diagrams.criteria();
    for (const Determination& asked : criteria.determinations)
        rules_.emplace_back(asked.outcomes.size());
    for (std::size_t i = 0; i < criteria.criteria.size(); ++i)
        rules_[criteria.criteria[i].determination][criteria.criteria[i].outcome].push_back(i);
}

NodeId TurnedOutcomes::outcome(std::size_t condition, std::size_t determination) {
    const auto known = outcomes_.find({condition, determination});
    if (known != outcomes_.end()) return known->second;
    const auto& criteria = diagrams_.criteria().criteria;
    bool used = false;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        touched_[i] = criteria[i].determination == determination &&
                      conditions_.turns_on(criteria[i].when, condition);
        used = used || touched_[i];
    }
    const NodeId result = used ? strongest(condition, determination)
                               : diagrams_.compiler().determination(determination);
    outcomes_.emplace(std::pair{condition, determination}, result);
    return result;
}

/// Weakest first: a stronger outcome takes the place of what was there.
NodeId TurnedOutcomes::strongest(std::size_t condition, std::size_t determination) {
    Forest& forest = diagrams_.forest();
    const auto& by_outcome = rules_[determination];
    NodeId result = forest.terminal(
        Possible{1} << diagrams_.criteria().determinations[determination].otherwise);
    for (std::size_t i = by_outcome.size(); i-- > 0;) {
        const Possible outcome = Possible{1} << i;
        result = forest.apply(any_of(by_outcome[i], condition), result,
                              [outcome](Possible holds, Possible weaker) {
                                  return holds == holds_bit ? outcome : weaker;
                              });
    }
    return result;
}

NodeId TurnedOutcomes::any_of(Rules rules, std::size_t condition) {
    if (rules.empty()) return diagrams_.forest().terminal(fails_bit);
    const bool touched = std::any_of(rules.begin(), rules.end(),
                                     [this](std::size_t rule) { return touched_[rule]; });
    const std::pair stretch{rules.data(), rules.size()};
    const auto known = untouched_.find(stretch);
    if (!touched && known != untouched_.end()) return known->second;
    NodeId result = 0;
    if (rules.size() == 1) {
        const Test& when = diagrams_.criteria().criteria[rules.front()].when;
        result = diagrams_.compiler().test(touched ? conditions_.turned(when, condition) : when);
    } else {
        const std::size_t half = rules.size() / 2;
        result =
            either(any_of(rules.first(half), condition), any_of(rules.subspan(half), condition));
    }
    if (!touched) untouched_.emplace(stretch, result);
    return result;
}

NodeId TurnedOutcomes::either(NodeId a, NodeId b) {
    return diagrams_.forest().apply(
        a, b, [](Possible x, Possible y) { return as_bit(x == holds_bit || y == holds_bit); });
}

NodeId TurnedOutcomes::decides(std::size_t condition, std::size_t determination) {
    const auto known = decides_.find({condition, determination});
    if (known != decides_.end()) return known->second;
    const NodeId turned = outcome(condition, determination);
    const NodeId result =
        diagrams_.forest().apply(diagrams_.compiler().determination(determination), turned,
                                 [](Possible a, Possible b) { return as_bit(a != b); });
    decides_.emplace(std::pair{condition, determination}, result);
    return result;
}

NodeId TurnedOutcomes::shows(std::size_t condition, std::size_t determination, bool holding) {
    const NodeId itself = diagrams_.compiler().test(conditions_.test(condition));
    return diagrams_.forest().apply(
        decides(condition, determination), itself, [holding](Possible decided, Possible held) {
            return as_bit(decided == holds_bit && (held == holds_bit) == holding);
        });
}

NodeId TurnedOutcomes::shows(std::size_t condition, bool holding) {
    NodeId result = diagrams_.forest().terminal(fails_bit);
    for (std::size_t i = 0; i < diagrams_.criteria().determinations.size(); ++i)
        result = either(result, shows(condition, i, holding));
    return result;
}

}  // namespace scr::criteria
