#include "scr/recent.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using scr::Recent;

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

TEST_CASE("the last ones are known whatever is asked for") {
    CHECK(rc::check([] {
        constexpr std::size_t count = 3;
        Recent<int, int> recent(count);
        std::vector<int> last_first;
        for (const int key : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9))) {
            const auto at = std::ranges::find(last_first, key);
            const bool must_be_known =
                at - last_first.begin() < std::ptrdiff_t{count} && at != last_first.end();
            if (const int* const known = recent.find(key)) {
                RC_ASSERT(*known == 10 * key);
            } else {
                RC_ASSERT(!must_be_known);
                recent.add(key, 10 * key);
            }
            if (at != last_first.end()) last_first.erase(at);
            last_first.insert(last_first.begin(), key);
        }
    }));
}

TEST_CASE("what is forgotten is let go") {
    const auto thing = std::make_shared<int>(1);
    Recent<std::string, std::shared_ptr<int>> recent(1);
    recent.add("a", thing);
    recent.add("b", thing);
    recent.add("c", thing);
    CHECK(thing.use_count() <= 3);
    recent.forget();
    CHECK(thing.use_count() == 1);
    CHECK(recent.find("c") == nullptr);
}
