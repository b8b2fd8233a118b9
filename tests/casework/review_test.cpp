#include "scr/casework/review.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;
using lighthouse::open;
using lighthouse::opening;

TEST_CASE("a review is opened on decided cases") {
    Harbour harbour;
    const auto child = harbour.notify();

    SUBCASE("not on one that was never screened") {
        const auto result = open(harbour, opening(child, "Child J"));
        REQUIRE(result.refusals.size() == 1);
        CHECK(result.refusals[0].help == "`scr screen N-2025-0001/1`");
    }
    SUBCASE("not on one of which only another question was decided") {
        harbour.screen(child);
        auto request = lighthouse::decision(child);
        request.recommended = request.decided = "signal";
        lighthouse::decide(harbour, request);
        CHECK(open(harbour, opening(child, "Child J")).refusals.size() == 1);
    }
    SUBCASE("each of several") {
        const auto other = harbour.add_child("N-2025-0001", "{}", "b");
        harbour.screen(child);
        harbour.screen(other);
        lighthouse::decide(harbour, lighthouse::decision(child));
        CHECK(open(harbour, opening("N-2025-0001", "Child J")).refusals.size() == 1);
        CHECK(harbour.store().reviews().empty());
        lighthouse::decide(harbour, lighthouse::decision(other));
        const auto result = open(harbour, opening("N-2025-0001", "Children J and K"));
        CHECK(result.review.reference == "R-2025-0001");
        CHECK(harbour.store().review("R-2025-0001")->cases ==
              std::vector<std::string>{child, other});
        CHECK(harbour.store().review("R-2025-0001")->kind_label == "Great inquiry");
    }
}

TEST_CASE("a review is not opened before the decision it follows") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    lighthouse::decide(harbour, lighthouse::decision(child));
    auto request = opening(child, "Child J");
    request.opened_on = day("2025-03-11");
    CHECK(open(harbour, request).refusals.size() == 1);
    request.opened_on = day("2025-03-12");
    CHECK(open(harbour, request).refusals.empty());
}

TEST_CASE("the kinds of review are those of the criteria file") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child, "none");
    auto decided = lighthouse::decision(child);
    decided.recommended = decided.decided = "none";
    lighthouse::decide(harbour, decided);
    auto request = opening(child, "Child J");

    SUBCASE("a misspelt one is suggested") {
        request.kind = "great-inquirry";
        try {
            open(harbour, request);
            FAIL("it was taken");
        } catch (const Failure& failure) {
            CHECK(failure.kind() == FailureKind::usage);
            CHECK(failure.help() == "did you mean `great_inquiry`?");
        }
    }
    SUBCASE("one after another outcome needs a reason") {
        CHECK(open(harbour, request).refusals.size() == 1);
        request.reason = "much to learn";
        CHECK(open(harbour, request).refusals.empty());
        CHECK(harbour.store().reviews().at(0).reason == "much to learn");
    }
}

TEST_CASE("a pseudonym gives no identity away") {
    Harbour harbour;
    const auto child = harbour.notify();
    const auto brother = harbour.add_child("N-2025-0001", "{}", "b");
    harbour.screen(child);
    lighthouse::decide(harbour, lighthouse::decision(child));

    SUBCASE("that of another child of the notification neither") {
        harbour.identify(brother, {"child", "name", "Corentin"});
        const auto result = open(harbour, opening(child, "Child Corentin"));
        REQUIRE(result.leaks.size() == 1);
        CHECK(result.leaks[0].case_reference == brother);
        CHECK(result.leaks[0].where == "pseudonym");
        CHECK(harbour.store().reviews().empty());
        CHECK(result.identities_recorded);
    }
    SUBCASE("whether there was anything to look for is said") {
        CHECK_FALSE(open(harbour, opening(child, "Child J")).identities_recorded);
    }
    SUBCASE("a blank one is none") {
        CHECK_THROWS_AS(open(harbour, opening(child, " ")), Failure);
    }
}

TEST_CASE("the same review again is open already") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    const auto review = open(harbour, child, "Child J");

    const auto again = open(harbour, opening(child, " Child J "));
    CHECK(again.already);
    CHECK(again.review.reference == review);
    CHECK(open(harbour, opening(child, "Child K")).refusals.size() == 1);
    CHECK(harbour.store().reviews().size() == 1);
}

TEST_CASE("a lesson belongs to an open review and is kept once") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    const auto review = open(harbour, child, "Child J");
    const record::Lesson lesson{"", review, "local", "Trim the lamp at dusk\n", "", ""};
    const auto add = [&](const record::Lesson& one) {
        return add_lesson(harbour.store(), harbour.library, one, harbour.act("review.lesson"));
    };

    CHECK(add(lesson).lesson.reference == "L-2025-0001");
    CHECK(add(lesson).already);
    CHECK(harbour.store().lessons_of(review).size() == 1);
    CHECK(harbour.store().lessons_of(review)[0].text == "Trim the lamp at dusk");
    CHECK_THROWS_AS(add({"", review, "local", " \n", "", ""}), Failure);

    close_review(harbour.store(), harbour.library, review, day("2025-06-01"), harbour.act());
    CHECK(add({"", review, "strategic", "Two keepers a lamp", "", ""}).refusal);
    CHECK(harbour.store().lessons().size() == 1);
}

TEST_CASE("a review is closed once and not before it was opened") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    const auto review = open(harbour, child, "Child J");
    const auto close = [&](std::string_view on) {
        return close_review(harbour.store(), harbour.library, review, day(on), harbour.act());
    };

    CHECK(close("2025-03-19").refusal);
    CHECK_FALSE(close("2025-03-20").refusal);
    CHECK(harbour.store().review(review)->closed_on == day("2025-03-20"));
    CHECK(close("2025-03-21").refusal);
}

}  // namespace
}  // namespace scr::casework
