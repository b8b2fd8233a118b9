#pragma once

#include <type_traits>

#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// Calls `visit` for each comparison of a test, in the order in which they are written; conditions
/// are not entered.
template <class AnyTest, class Visit>
void each_comparison(AnyTest& test, const Visit& visit) {
    static_assert(std::is_same_v<std::remove_const_t<AnyTest>, Test>);
    if (test.kind == Test::Kind::fact) visit(test);
    for (auto& operand : test.operands) each_comparison(operand, visit);
}

/// Calls `visit` for each test of a condition, an entry of `impossible`, a criterion and a
/// deadline.
template <class AnyCriteria, class Visit>
void each_rule_test(AnyCriteria& criteria, const Visit& visit) {
    for (auto& condition : criteria.conditions) visit(condition.when);
    for (auto& entry : criteria.impossible) visit(entry.when);
    for (auto& criterion : criteria.criteria) visit(criterion.when);
    for (auto& deadline : criteria.deadlines) {
        if (deadline.when) visit(*deadline.when);
    }
}

}  // namespace scr::criteria
