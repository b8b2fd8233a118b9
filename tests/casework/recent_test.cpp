#include "scr/casework/recent.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using scr::casework::Recent;

TEST_CASE("what was found last is known") {
    Recent<std::string, int> recent(2);
    CHECK(recent.find("a") == nullptr);
    CHECK(recent.add("a", 1) == 1);
    REQUIRE(recent.find("a") != nullptr);
    CHECK(*recent.find("a") == 1);
}

TEST_CASE("what is asked for again stays and what is not is forgotten") {
    Recent<std::string, int> recent(2);
    recent.add("often", 0);
    for (int i = 1; i < 20; ++i) {
        recent.add(std::to_string(i), i);
        REQUIRE(recent.find("often") != nullptr);
        CHECK(*recent.find(std::to_string(i)) == i);
    }
    CHECK(recent.find("1") == nullptr);
    CHECK(recent.find("15") == nullptr);
}

TEST_CASE("no more is kept than twice the count") {
    Recent<std::string, int> recent(10);
    int most = 0;
    for (int added = 0; added < 200; ++added) {
        recent.add(std::to_string(added), added);
        int known = 0;
        for (int i = 0; i <= added; ++i) known += recent.find(std::to_string(i)) != nullptr ? 1 : 0;
        CHECK(known >= std::min(added + 1, 10));
        most = std::max(most, known);
    }
    CHECK(most <= 20);
}
