#include "store/name_filter.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

using scr::store::NameFilter;

TEST_CASE("a name that was added is never denied") {
    CHECK(rc::check([](const std::vector<std::pair<std::string, std::string>>& names) {
        NameFilter filter(*rc::gen::inRange<std::size_t>(0, 100));
        for (const auto& [agency, name] : names) filter.add(agency, name);
        for (const auto& [agency, name] : names) RC_ASSERT(filter.may_have(agency, name));
    }));
}

TEST_CASE("of other names few are taken for added, also where it is full") {
    constexpr std::size_t capacity = 20'000;
    constexpr std::size_t most_mistaken = capacity / 1'000;
    NameFilter filter(capacity);
    CHECK_FALSE(filter.may_have("police", "R1"));
    REQUIRE(filter.capacity() >= capacity);
    for (std::size_t i = 0; i < capacity; ++i) filter.add("police", "R" + std::to_string(i));
    std::size_t of_other_names = 0;
    std::size_t of_other_agencies = 0;
    for (std::size_t i = 0; i < capacity; ++i) {
        of_other_names += filter.may_have("police", "S" + std::to_string(i));
        of_other_agencies += filter.may_have("health", "R" + std::to_string(i));
    }
    CHECK(of_other_names < most_mistaken);
    CHECK(of_other_agencies < most_mistaken);
}
