#include "scr/casework/weigh.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"
#include "scr/casework/timeline.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;

WeighRequest weighing(const std::string& name, const std::string& answer = "yes",
                      const std::string& reason = "the keeper was alone",
                      const std::string& factor = "keeper") {
    return {name, factor, answer, reason, day("2025-03-14"), day("2025-03-15")};
}

WeighResult weigh(Harbour& harbour, const WeighRequest& request) {
    return casework::weigh(harbour.store(), harbour.library, request, harbour.act("review.weigh"));
}

/// The failure that a weighing ends in.
Failure failure_of(Harbour& harbour, const WeighRequest& request) {
    try {
        weigh(harbour, request);
    } catch (const Failure& failure) {
        return failure;
    }
    return {FailureKind::bug, "it was taken"};
}

std::string screened(Harbour& harbour) {
    auto child = harbour.notify();
    harbour.screen(child);
    return child;
}

}  // namespace

TEST_CASE("a factor is weighed with an answer and a reason") {
    Harbour harbour;
    const auto child = screened(harbour);
    const auto result = weigh(harbour, weighing(child, "yes", " the keeper was alone\n"));
    CHECK(result.refusals.empty());
    REQUIRE(result.cases.size() == 1);
    CHECK(result.cases[0].text == "The keeper was alone");
    CHECK_FALSE(result.cases[0].already);
    CHECK_FALSE(result.cases[0].supersedes);
    CHECK(result.cases[0].doubt.empty());
    const auto stored = harbour.store().weighings_of(child);
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].checklist == "watch");
    CHECK(stored[0].factor == "keeper");
    CHECK(stored[0].answer == "yes");
    CHECK(stored[0].reason == "the keeper was alone");
    CHECK(stored[0].weighed_on == day("2025-03-14"));
    CHECK(stored[0].criteria_digest == harbour.library.by_name("")->digest);
    CHECK(stored[0].recorded_by == "kay");
    CHECK(harbour.store().head()->act.verb == "review.weigh");
}

TEST_CASE("the same again adds nothing and another answer stands beside the first") {
    Harbour harbour;
    const auto child = screened(harbour);
    weigh(harbour, weighing(child));
    const auto events = harbour.store().head()->sequence;

    CHECK(weigh(harbour, weighing(child)).cases[0].already);
    auto without_day = weighing(child);
    without_day.meeting_on.reset();
    CHECK(weigh(harbour, without_day).cases[0].already);
    CHECK(harbour.store().head()->sequence == events);

    SUBCASE("another answer") {
        const auto other = weigh(harbour, weighing(child, "no"));
        CHECK_FALSE(other.cases[0].already);
        REQUIRE(other.cases[0].supersedes);
        CHECK(other.cases[0].supersedes->answer == "yes");
    }
    SUBCASE("another reason") {
        CHECK(weigh(harbour, weighing(child, "yes", "he slept")).cases[0].supersedes);
    }
    SUBCASE("another day") {
        auto later = weighing(child);
        later.meeting_on = day("2025-03-20");
        CHECK(weigh(harbour, later).cases[0].supersedes);
    }
    CHECK(harbour.store().weighings_of(child).size() == 2);
}

TEST_CASE("without a meeting the day is today") {
    Harbour harbour;
    const auto child = screened(harbour);
    auto request = weighing(child);
    request.meeting_on.reset();
    CHECK(weigh(harbour, request).cases[0].weighing.weighed_on == day("2025-03-15"));
}

TEST_CASE("a meeting before the notification is doubted") {
    Harbour harbour;
    const auto child = screened(harbour);
    auto request = weighing(child);
    request.meeting_on = day("2025-03-01");
    CHECK(weigh(harbour, request).cases[0].doubt ==
          "the meeting on 2025-03-01 lies before N-2025-0001/1 was received on 2025-03-03");
}

TEST_CASE("factors and answers are those of the criteria file") {
    Harbour harbour;
    const auto child = screened(harbour);
    SUBCASE("a misspelt factor is suggested") {
        const auto failure = failure_of(harbour, weighing(child, "yes", "?", "keper"));
        CHECK(failure.kind() == FailureKind::usage);
        CHECK(std::string(failure.what()) == "unknown factor `keper`");
        CHECK(failure.note() == "factors of lighthouse are keeper, watch.fog, weather.fog");
        CHECK(failure.help() == "did you mean `keeper`?");
    }
    SUBCASE("also behind the name of its checklist") {
        CHECK(failure_of(harbour, weighing(child, "yes", "?", "watch.keper")).help() ==
              "did you mean `watch.keeper`?");
    }
    SUBCASE("a name of two factors is not guessed") {
        const auto failure = failure_of(harbour, weighing(child, "yes", "?", "fog"));
        CHECK(std::string(failure.what()) == "`fog` is a factor of several checklists");
        CHECK(failure.help() == "name one: watch.fog");
        CHECK(weigh(harbour, weighing(child, "thick", "?", "weather.fog")).refusals.empty());
    }
    SUBCASE("an answer of another checklist") {
        const auto failure = failure_of(harbour, weighing(child, "thick"));
        CHECK(failure.kind() == FailureKind::usage);
        CHECK(failure.note() == "answers of watch are yes, no, unknown");
    }
    CHECK(harbour.store().weighings_of(child).size() <= 1);
}

TEST_CASE("a blank reason is refused") {
    Harbour harbour;
    const auto child = screened(harbour);
    CHECK(failure_of(harbour, weighing(child, "yes", " \n")).kind() == FailureKind::refused);
    CHECK(harbour.store().weighings_of(child).empty());
}

TEST_CASE("all children of a notification are weighed or none") {
    Harbour harbour;
    const auto first = screened(harbour);
    const auto second = harbour.add_child("N-2025-0001", "{}", "b");
    const auto early = weigh(harbour, weighing("N-2025-0001"));
    REQUIRE(early.refusals.size() == 1);
    CHECK(early.refusals[0].help == "`scr screen N-2025-0001/2`");
    CHECK(harbour.store().weighings_of(first).empty());

    harbour.screen(second);
    const auto events = harbour.store().head()->sequence;
    CHECK(weigh(harbour, weighing("N-2025-0001")).cases.size() == 2);
    CHECK(harbour.store().weighings_of(first).size() == 1);
    CHECK(harbour.store().weighings_of(second).size() == 1);
    CHECK(harbour.store().head()->sequence == events + 1);
}

TEST_CASE("factors are final once the review that they are weighed before is closed") {
    Harbour harbour;
    const auto child = screened(harbour);
    lighthouse::decide(harbour, lighthouse::decision(child));
    const auto open_and_close = [&](const std::string& kind) {
        auto request = lighthouse::opening(child, "Child J");
        request.kind = kind;
        const auto review = lighthouse::open(harbour, request).review.reference;
        CHECK(weigh(harbour, weighing(child, "yes", kind + " is open")).refusals.empty());
        close_review(harbour.store(), harbour.library, review, day("2025-04-01"), harbour.act());
        return review;
    };
    open_and_close("small_inquiry");
    CHECK(weigh(harbour, weighing(child, "no")).refusals.empty());

    const auto review = open_and_close("great_inquiry");
    const auto late = weigh(harbour, weighing(child, "no", "on second thoughts"));
    REQUIRE(late.refusals.size() == 1);
    CHECK(late.refusals[0].why ==
          "`watch` is weighed before " + review + ", which is closed: its factors are final");
    CHECK(weigh(harbour, weighing(child, "yes", "great_inquiry is open")).cases[0].already);
    // This one is weighed before no review in particular, so any closed one ends it.
    CHECK(weigh(harbour, weighing(child, "thin", "?", "weather.fog")).refusals.size() == 1);
}

TEST_CASE("a review opened before its factors are weighed names them") {
    Harbour harbour;
    const auto child = screened(harbour);
    lighthouse::decide(harbour, lighthouse::decision(child));
    SUBCASE("all of them") {
        const auto result = lighthouse::open(harbour, lighthouse::opening(child, "Child J"));
        REQUIRE(result.unweighed.size() == 1);
        CHECK(result.unweighed[0].case_reference == child);
        CHECK(result.unweighed[0].factors == std::vector<std::string>{"keeper", "watch.fog"});
    }
    SUBCASE("those that are left") {
        weigh(harbour, weighing(child));
        const auto result = lighthouse::open(harbour, lighthouse::opening(child, "Child J"));
        REQUIRE(result.unweighed.size() == 1);
        CHECK(result.unweighed[0].factors == std::vector<std::string>{"watch.fog"});
    }
    SUBCASE("and one that has none to weigh before it none") {
        auto request = lighthouse::opening(child, "Child J");
        request.kind = "small_inquiry";
        CHECK(lighthouse::open(harbour, request).unweighed.empty());
    }
}

TEST_CASE("a review closed without its factors says which are left for good") {
    Harbour harbour;
    const auto child = screened(harbour);
    weigh(harbour, weighing(child));
    const auto review = lighthouse::open(harbour, child, "Child J");
    const auto close = [&](const char* on) {
        return close_review(harbour.store(), harbour.library, review, day(on), harbour.act());
    };
    const auto closed = close("2025-04-01");
    CHECK_FALSE(closed.refusal);
    CHECK(closed.review.closed_on == day("2025-04-01"));
    REQUIRE(closed.unweighed.size() == 1);
    CHECK(closed.unweighed[0].case_reference == child);
    CHECK(closed.unweighed[0].factors == std::vector<std::string>{"watch.fog"});
    CHECK(close("2025-04-01").already);
}

TEST_CASE("the timeline tells what was weighed and what took its place") {
    Harbour harbour;
    const auto child = screened(harbour);
    weigh(harbour, weighing(child));
    weigh(harbour, weighing(child, "no", "his wife was there"));
    const auto timeline = timeline_of(harbour.store(), harbour.store().case_of(child).value());
    REQUIRE(timeline.size() == 4);
    CHECK(timeline[2].step == "weighed");
    CHECK(timeline[2].on == day("2025-03-14"));
    CHECK(timeline[2].text == "keeper of watch weighed: yes");
    CHECK(timeline[2].note == "the keeper was alone");
    CHECK(timeline[2].by == "kay");
    CHECK(timeline[3].text == "keeper of watch weighed: no, instead of what was recorded before");
}

}  // namespace scr::casework
