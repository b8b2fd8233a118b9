#include "scr/casework/deadline_stop.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"
#include "scr/casework/case_clocks.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;

StopResult stop(Harbour& harbour, const std::string& child, const std::string& deadline,
                std::string_view on = "2025-03-14") {
    return stop_deadline(harbour.store(), harbour.library, {child, deadline, day(on), "letter 7"},
                         harbour.act("review.done"));
}

TEST_CASE("a clock that no step stops is stopped by hand") {
    Harbour harbour;
    const auto child = harbour.notify();

    SUBCASE("after a screening which says what the clocks are") {
        CHECK(stop(harbour, child, "send_word").refusal);
    }
    SUBCASE("once") {
        harbour.screen(child);
        lighthouse::decide(harbour, lighthouse::decision(child));
        CHECK_FALSE(stop(harbour, child, "send_word").already);
        CHECK(stop(harbour, child, "send_word").already);
        CHECK(harbour.store().deadline_stops_of(child).size() == 1);
        CaseClocks clocks(harbour.store(), harbour.library, harbour.calendar, day("2025-04-01"));
        const auto all = clocks.of(harbour.store().case_of(child).value());
        REQUIRE(all.size() == 2);
        CHECK(all[0].status.state == record::DeadlineState::met);
        CHECK(all[1].status.state == record::DeadlineState::met);
        CHECK(all[1].stop_reference == "letter 7");
    }
    SUBCASE("and another day is kept beside the first") {
        harbour.screen(child);
        stop(harbour, child, "send_word");
        const auto second = stop(harbour, child, "send_word", "2025-03-17");
        CHECK_FALSE(second.already);
        REQUIRE(second.corrects);
        CHECK(second.corrects->on == day("2025-03-14"));
        CHECK(second.doubt == "the clock `send_word` has not started: `decided_on` has no date");
        CHECK(harbour.store().deadline_stops_of(child).size() == 2);
    }
    SUBCASE("but not one that a step stops") {
        harbour.screen(child);
        const auto result = stop(harbour, child, "settle");
        REQUIRE(result.refusal);
        CHECK(result.refusal->why.find("`scr review decide`") != std::string::npos);
        CHECK(harbour.store().deadline_stops_of(child).empty());
    }
    SUBCASE("and its name is that of the criteria file") {
        harbour.screen(child);
        try {
            stop(harbour, child, "sendword");
            FAIL("it was taken");
        } catch (const Failure& failure) {
            CHECK(failure.kind() == FailureKind::usage);
            CHECK(failure.help() == "did you mean `send_word`?");
        }
    }
}

}  // namespace
}  // namespace scr::casework
