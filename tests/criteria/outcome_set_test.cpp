#include "scr/criteria/outcome_set.hpp"

#include <doctest/doctest.h>

#include <vector>

using scr::criteria::OutcomeSet;

TEST_CASE("outcomes are told in order whatever order they came in") {
    OutcomeSet set{5, 0};
    set.insert(59);
    set.insert(5);
    CHECK(std::vector<std::size_t>(set.begin(), set.end()) == std::vector<std::size_t>{0, 5, 59});
    CHECK(set.size() == 3);
    CHECK(set.front() == 0);
    CHECK(set.back() == 59);
    CHECK(set.contains(5));
    CHECK(!set.contains(4));
    CHECK(set == OutcomeSet{59, 5, 0});
}

TEST_CASE("a number in braces is an outcome and not bits") {
    CHECK(OutcomeSet{3} == OutcomeSet::of_bits(8));
    CHECK(OutcomeSet::of_bits(3) == OutcomeSet{0, 1});
}

TEST_CASE("nothing is in an empty set") {
    const OutcomeSet set;
    CHECK(set.empty());
    CHECK(set.begin() == set.end());
    CHECK(!set.contains(0));
}
