#include "scr/criteria/settling.hpp"

#include <doctest/doctest.h>

#include "criteria/small_criteria.hpp"

using namespace scr::criteria;

namespace {

const Criteria& criteria() {
    static const Criteria read = test::criteria_with(R"toml(
[[impossible]]
when = "wind = storm and not raining"
text = "A storm rains"
[source.club]
title = "The walkers' club"
[[criterion]]
id = "coat"
determination = "advice"
outcome = "coat"
when = "raining and degrees < 10"
text = "Rain, and cold"
cite = ["club"]
force = "local"
)toml");
    return read;
}

std::vector<Settling> settling_of(const Answers& answers) {
    const Screener screener(criteria());
    return settling_facts(screener, answers, screener.screen(answers), Blanks::take_default);
}

}  // namespace

TEST_CASE("the last open fact settles surely") {
    const auto found = settling_of({Answer::given(0), Answer::given(0), Answer::blank()});
    REQUIRE(found.size() == 1);
    CHECK(found[0].fact == 2);
    CHECK(found[0].surely);
    CHECK(found[0].possibly);
}

TEST_CASE("of two open facts each may settle and none surely does") {
    const auto found = settling_of({Answer::unknown(), Answer::given(0), Answer::blank()});
    REQUIRE(found.size() == 2);
    CHECK(found[0].fact == 0);
    CHECK_FALSE(found[0].surely);
    CHECK(found[0].possibly);
    CHECK_FALSE(found[1].surely);
    CHECK(found[1].possibly);
}

TEST_CASE("an answer that cannot be is not asked about") {
    // In a storm it rains: only the degrees are left to ask, though nobody said so.
    const auto found = settling_of({Answer::blank(), Answer::given(2), Answer::blank()});
    REQUIRE_FALSE(found.empty());
    CHECK(found.back().fact == 2);
    CHECK(found.back().surely);
}

TEST_CASE("what is settled leaves nothing to ask") {
    CHECK(settling_of({Answer::given(1), Answer::blank(), Answer::blank()}).empty());
}
