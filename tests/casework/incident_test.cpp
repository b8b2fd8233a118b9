#include "scr/casework/incident.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace scr::casework {
namespace {

using criteria::Finding;

criteria::OutcomeSet set_of(const std::set<std::size_t>& outcomes) {
    criteria::OutcomeSet set;
    for (const std::size_t outcome : outcomes) set.insert(outcome);
    return set;
}

/// By the definition: the strongest of every combination of the children's outcomes.
std::set<std::size_t> combinations(const std::vector<Finding>& children, std::size_t from = 0) {
    if (from == children.size()) return {99};
    std::set<std::size_t> result;
    for (const std::size_t rest : combinations(children, from + 1)) {
        for (const std::size_t own : children[from].possible) result.insert(std::min(own, rest));
    }
    return result;
}

TEST_CASE("an incident takes the strongest outcome of its children") {
    SUBCASE("one child") {
        CHECK(strongest({{{1, 3}}}).possible == criteria::OutcomeSet{1, 3});
    }
    SUBCASE("two determined children") {
        CHECK(strongest({{{2}}, {{1}}}).possible == criteria::OutcomeSet{1});
    }
    SUBCASE("an open child cannot weaken a determined one") {
        CHECK(strongest({{{0, 1, 3}}, {{1}}}).possible == criteria::OutcomeSet{0, 1});
    }
    rc::check("what is possible is the strongest of every combination", [] {
        const auto children = *rc::gen::resize(
            4,
            rc::gen::nonEmpty(rc::gen::container<std::vector<Finding>>(rc::gen::map(
                rc::gen::nonEmpty(
                    rc::gen::container<std::set<std::size_t>>(rc::gen::inRange<std::size_t>(0, 5))),
                [](const std::set<std::size_t>& possible) { return Finding{set_of(possible)}; }))));
        RC_ASSERT(strongest(children).possible == set_of(combinations(children)));
    });
}

}  // namespace
}  // namespace scr::casework
