#include "scr/record/lifecycle.hpp"

#include <doctest/doctest.h>

using namespace scr::record;

namespace {

const std::vector<std::string> after{"scr_required", "scr_consider"};

CaseStanding screened() {
    return {.screened_current_facts = true, .screened = true};
}

CaseStanding decided(const std::string& outcome) {
    CaseStanding standing = screened();
    standing.decided = outcome;
    return standing;
}

std::optional<Refusal> open(const CaseStanding& standing, bool reason_given) {
    return may_open("N-2026-0001/1", standing, "serious_case_review", after, reason_given);
}

}  // namespace

TEST_CASE("a decision needs a screening of the facts as they are") {
    const auto never = may_decide("N-2026-0001/1", {});
    REQUIRE(never);
    CHECK(never->why ==
          "N-2026-0001/1 has not been screened, and a decision needs a screening before it");
    CHECK(never->help == "`scr screen N-2026-0001/1`");

    const auto stale = may_decide("N-2026-0001/1", {.screened = true});
    REQUIRE(stale);
    CHECK(stale->why ==
          "the facts of N-2026-0001/1 have changed since it was screened, and a decision rests on "
          "the facts as they are");
    CHECK(stale->help == "`scr screen N-2026-0001/1`");

    CHECK_FALSE(may_decide("N-2026-0001/1", screened()));
}

TEST_CASE("a second decision supersedes the first") {
    CHECK_FALSE(may_decide("N-2026-0001/1", decided("no_review")));
    CaseStanding reviewed = decided("scr_required");
    reviewed.under_closed_review = true;
    CHECK_FALSE(may_decide("N-2026-0001/1", reviewed));
}

TEST_CASE("a review follows a decision") {
    const auto refusal = open(screened(), true);
    REQUIRE(refusal);
    CHECK(refusal->why ==
          "nothing has been decided on N-2026-0001/1, and a review follows a decision");
    CHECK(refusal->help.starts_with("`scr review decide N-2026-0001/1 --meeting "));
    CHECK(open({}, true)->help == "`scr screen N-2026-0001/1`");
}

TEST_CASE("a case is under one open review at a time") {
    CaseStanding standing = decided("scr_required");
    standing.open_review = "R-2026-0002";
    const auto refusal = open(standing, true);
    REQUIRE(refusal);
    CHECK(refusal->why == "N-2026-0001/1 is already under R-2026-0002, which is still open");
    CHECK(refusal->help == "`scr review close R-2026-0002`");
    standing.open_review.reset();
    standing.under_closed_review = true;
    CHECK_FALSE(open(standing, false));
}

TEST_CASE("opening after another outcome than the kind names needs a reason") {
    CHECK_FALSE(open(decided("scr_required"), false));
    CHECK_FALSE(open(decided("scr_consider"), false));
    CHECK_FALSE(open(decided("no_review"), true));
    const auto refusal = open(decided("no_review"), false);
    REQUIRE(refusal);
    CHECK(
        refusal->why ==
        "`no_review` was decided on N-2026-0001/1, and `serious_case_review` follows scr_required "
        "or scr_consider: opening it after another outcome needs a reason");
    CHECK(refusal->help ==
          "`scr review open N-2026-0001/1 --kind serious_case_review --pseudonym T --reason TEXT`");
    CHECK_FALSE(may_open("N-2026-0001/1", decided("no_review"), "learning_review", {}, false));
}

TEST_CASE("factors are weighed from the screening until the review is closed") {
    const auto early = may_weigh("N-2026-0001/1", "lcspr", {});
    REQUIRE(early);
    CHECK(early->why ==
          "N-2026-0001/1 has not been screened, and what is weighed on it comes after");
    CHECK(early->help == "`scr screen N-2026-0001/1`");

    CHECK_FALSE(may_weigh("N-2026-0001/1", "lcspr", {.screened = true}));

    const auto late =
        may_weigh("N-2026-0001/1", "lcspr", {.screened = true, .closed_review = "R-2026-0002"});
    REQUIRE(late);
    CHECK(late->why ==
          "`lcspr` is weighed before R-2026-0002, which is closed: its factors are final");
    CHECK(late->help == "`scr show N-2026-0001/1`");
}

TEST_CASE("lessons are added until the review is closed") {
    CHECK_FALSE(may_add_lesson("R-2026-0001", {}));
    const auto refusal = may_add_lesson("R-2026-0001", {.closed = true});
    REQUIRE(refusal);
    CHECK(refusal->why == "R-2026-0001 is closed, and its lessons are final");
    CHECK(refusal->help == "`scr show R-2026-0001`");
}

TEST_CASE("a review is closed once") {
    CHECK_FALSE(may_close("R-2026-0001", {}));
    const auto refusal = may_close("R-2026-0001", {.closed = true});
    REQUIRE(refusal);
    CHECK(refusal->why == "R-2026-0001 is closed already");
}

TEST_CASE("a report is published before or after the close unless its kind says no") {
    for (const bool closed : {false, true}) {
        CHECK_FALSE(may_publish("R-2026-0001", {.closed = closed, .published_policy = "yes"}));
        CHECK_FALSE(may_publish("R-2026-0001", {.closed = closed, .published_policy = "optional"}));
        const auto refusal =
            may_publish("R-2026-0001", {.closed = closed, .published_policy = "no"});
        REQUIRE(refusal);
        CHECK(refusal->why == "R-2026-0001 is of a kind whose reports are not published");
    }
}

TEST_CASE("a review has one report on the web at a time") {
    ReviewStanding standing{.published_policy = "yes", .has_live_publication = true};
    auto refusal = may_publish("R-2026-0001", standing);
    REQUIRE(refusal);
    CHECK(refusal->why == "R-2026-0001 has a report on the web already: withdraw that one first");
    CHECK(refusal->help == "`scr list publications` names it");
    standing.live_publication = "P-2026-0003";
    CHECK(may_publish("R-2026-0001", standing)->help ==
          "`scr publish withdraw P-2026-0003 --reason TEXT`");
}

TEST_CASE("what is down already is not taken down again") {
    CHECK_FALSE(may_withdraw("P-2026-0001", PublicationState::published));
    CHECK(may_withdraw("P-2026-0001", PublicationState::ended)->why ==
          "P-2026-0001 is down already: its time was over");
    CHECK(may_withdraw("P-2026-0001", PublicationState::withdrawn)->why ==
          "P-2026-0001 is down already: it was withdrawn");
    CHECK(may_withdraw("P-2026-0001", PublicationState::ended)->help == "`scr show P-2026-0001`");
}

TEST_CASE("the same report once more is public since the same day") {
    Publication live;
    live.reference = "P-2026-0001";
    live.published_on = parse_civil_date("2026-02-01").value();
    CHECK_FALSE(may_publish_again(live, live.published_on));
    const auto refusal = may_publish_again(live, parse_civil_date("2026-02-02").value());
    REQUIRE(refusal);
    CHECK(refusal->why ==
          "this report has been on the web as P-2026-0001 since 2026-02-01: another day would be "
          "another publication");
}

TEST_CASE("the state of a case is the furthest that holds") {
    CaseStanding standing;
    CHECK(case_state(standing) == "unscreened");
    standing.screened = true;
    CHECK(case_state(standing) == "unscreened");  // its facts changed: it is pending again
    standing.screened_current_facts = true;
    CHECK(case_state(standing) == "screened");
    standing.decided = "scr_required";
    CHECK(case_state(standing) == "decided");
    standing.under_closed_review = true;
    CHECK(case_state(standing) == "reviewed");
    standing.open_review = "R-2026-0001";
    CHECK(case_state(standing) == "under_review");
}
