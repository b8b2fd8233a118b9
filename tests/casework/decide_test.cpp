#include "scr/casework/decide.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"
#include "scr/casework/standing.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::decide;
using lighthouse::decision;
using lighthouse::Harbour;

TEST_CASE("a decision stands beside the screening of the facts as they are") {
    Harbour harbour;
    const auto child = harbour.notify();

    SUBCASE("without a screening nothing is decided") {
        const auto result = decide(harbour, decision(child));
        REQUIRE(result.refusals.size() == 1);
        CHECK(result.refusals[0].help == "`scr screen N-2025-0001/1`");
        CHECK(harbour.store().decisions_of(child).empty());
    }
    SUBCASE("a screening of older facts is none") {
        harbour.screen(child);
        harbour.amend(child, R"({"drowned":"no"})");
        CHECK(decide(harbour, decision(child)).refusals.size() == 1);
    }
    SUBCASE("the machine's result goes with the decision") {
        harbour.screen(child, "great");
        const auto result = decide(harbour, decision(child));
        REQUIRE(result.cases.size() == 1);
        CHECK(result.cases[0].machine.outcome == "great");
        CHECK_FALSE(result.cases[0].departs);
        const auto stored = harbour.store().decisions_of(child);
        REQUIRE(stored.size() == 1);
        CHECK(stored[0].determination == "inquiry");
        CHECK(stored[0].screening == "N-2025-0001/1@1");
        CHECK(stored[0].recorded_by == "kay");
    }
}

TEST_CASE("who departs from the machine's result says why") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child, "great");
    auto request = decision(child);

    SUBCASE("a decision that differs") {
        request.decided = "small";
    }
    SUBCASE("a recommendation that differs") {
        request.recommended = "none";
    }
    SUBCASE("an undetermined result") {
        harbour.amend(child, "{}");
        harbour.screen(child, "undetermined");
    }
    request.reasons = " \n";
    CHECK(decide(harbour, request).refusals.size() == 1);
    CHECK(harbour.store().decisions_of(child).empty());

    request.reasons = "the diver saw the lamp\n";
    const auto result = decide(harbour, request);
    CHECK(result.refusals.empty());
    CHECK(result.cases[0].departs);
    CHECK(harbour.store().decisions_of(child).back().reasons == "the diver saw the lamp");
}

TEST_CASE("outcomes are those of the criteria file and of one question") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    auto request = decision(child);

    SUBCASE("a misspelt outcome is suggested") {
        request.decided = "grate";
        try {
            decide(harbour, request);
            FAIL("it was taken");
        } catch (const Failure& failure) {
            CHECK(failure.kind() == FailureKind::usage);
            CHECK(failure.help() == "did you mean `great`?");
        }
    }
    SUBCASE("outcomes of two questions are no decision") {
        request.decided = "signal";
        CHECK_THROWS_WITH_AS(decide(harbour, request),
                             "`great` and `signal` answer different questions", Failure);
    }
    SUBCASE("another question is decided beside the first") {
        decide(harbour, request);
        request.recommended = request.decided = "signal";
        const auto result = decide(harbour, request);
        CHECK_FALSE(result.cases[0].supersedes);
        CHECK(standing_decision(harbour.store(), child, "inquiry")->decided == "great");
        CHECK(case_standing(harbour.store(), harbour.store().case_of(child).value()).decided ==
              "great");
    }
}

TEST_CASE("the same decision again adds nothing and another one supersedes") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child, "great");
    auto request = decision(child);
    decide(harbour, request);
    const auto events = harbour.store().head()->sequence;

    const auto again = decide(harbour, request);
    CHECK(again.cases[0].already);
    CHECK(harbour.store().head()->sequence == events);

    request.decided = "none";
    request.reasons = "the chair disagreed";
    const auto other = decide(harbour, request);
    CHECK_FALSE(other.cases[0].already);
    REQUIRE(other.cases[0].supersedes);
    CHECK(other.cases[0].supersedes->decided == "great");
    CHECK(harbour.store().decisions_of(child).size() == 2);
}

TEST_CASE("a decision on a notification is one on each of its children or on none") {
    Harbour harbour;
    const auto first = harbour.notify();
    const auto second = harbour.add_child("N-2025-0001", "{}", "b");
    harbour.screen(first, "great");
    const auto request = decision("N-2025-0001");

    CHECK(decide(harbour, request).refusals.size() == 1);
    CHECK(harbour.store().decisions_of(first).empty());

    harbour.screen(second, "great");
    const auto events = harbour.store().head()->sequence;
    CHECK(decide(harbour, request).cases.size() == 2);
    CHECK(harbour.store().decisions_of(first).size() == 1);
    CHECK(harbour.store().decisions_of(second).size() == 1);
    CHECK(harbour.store().head()->sequence == events + 1);
}

TEST_CASE("a decision does not come before its meeting") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    auto request = decision(child);
    request.decided_on = day("2025-03-11");
    CHECK(decide(harbour, request).refusals.size() == 1);
}

}  // namespace
}  // namespace scr::casework
