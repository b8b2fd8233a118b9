#include "scr/casework/clocks.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "casework/harbour.hpp"
#include "record/sample.hpp"

namespace scr::casework {
namespace {

using harbour::day;
using harbour::Desk;
using harbour::incoming;
using record::DeadlineState;

/// The clocks of the first case on that day.
std::vector<Clock> clocks_on(Desk& desk, const char* date) {
    const auto child = desk.at("N-2026-0001/1");
    const auto screened = std::get<CaseScreening>(screen_case(
        child, harbour::criteria(), harbour::screener(), criteria::Blanks::take_default));
    return clocks(harbour::rules(), harbour::screener().deadlines(screened.screening),
                  steps_of(desk.store(), child, harbour::rules()), day(date),
                  record::sample::calendar());
}

const Clock* clock(const std::vector<Clock>& all, const char* id) {
    const auto found = std::ranges::find(all, id, &Clock::id);
    return found == all.end() ? nullptr : &*found;
}

record::Decision decision(const std::string& screening, const char* date) {
    record::Decision decision;
    decision.case_reference = "N-2026-0001/1";
    decision.determination = "inquiry";
    decision.meeting_on = day(date);
    decision.recommended = "must";
    decision.decided = "must";
    decision.decided_on = day(date);
    decision.screening = screening;
    return decision;
}

template <class Step>
void write(Desk& desk, Step&& step) {
    const auto change = desk.store().begin(desk.act("review"));
    step(*change);
    change->commit();
}

TEST_CASE("a deadline runs where its condition holds") {
    Desk desk;

    SUBCASE("it holds") {
        auto record = incoming("drowned=yes hurt=yes years_old=9");
        record.dates.became_aware_on = day("2026-11-19");
        desk.recorded(record);
        const auto all = clocks_on(desk, "2026-11-23");
        REQUIRE(all.size() == 4);
        CHECK(all[0].id == "tell_master");
        CHECK_FALSE(all[0].may_run);
        CHECK(all[0].status.state == DeadlineState::running);
        CHECK(all[0].status.due == day("2026-11-26"));
        CHECK(all[0].owner == "the pilot");
        CHECK(all[0].force == "statutory");
        CHECK(all[0].citation == "Rules of the quay");
    }
    SUBCASE("it may hold") {
        desk.recorded(incoming("hurt=yes years_old=9"));
        const auto all = clocks_on(desk, "2026-11-23");
        REQUIRE(clock(all, "tell_master"));
        CHECK(clock(all, "tell_master")->may_run);
        CHECK(clock(all, "tell_master")->status.state == DeadlineState::not_started);
    }
    SUBCASE("it fails") {
        desk.recorded(incoming("drowned=no hurt=yes years_old=9"));
        CHECK_FALSE(clock(clocks_on(desk, "2026-11-23"), "tell_master"));
    }
}

TEST_CASE("steps start and stop their own clocks") {
    Desk desk;
    auto record = incoming("drowned=yes hurt=yes years_old=9");
    record.dates.became_aware_on = day("2026-10-01");
    desk.recorded(record);
    const auto screening = desk.screen("N-2026-0001/1").record.reference;

    SUBCASE("receipt counts from the notification where the record does not say") {
        CHECK(clock(clocks_on(desk, "2026-11-23"), "decide")->status.due == day("2026-12-23"));
        CHECK(clock(clocks_on(desk, "2026-12-24"), "decide")->status.state ==
              DeadlineState::overdue);
    }
    SUBCASE("a decision stops its clock and starts the next") {
        write(desk,
              [&](Change& change) { change.add_decision(decision(screening, "2026-12-01")); });
        const auto all = clocks_on(desk, "2026-12-02");
        CHECK(clock(all, "decide")->status.state == DeadlineState::met);
        CHECK(clock(all, "answer")->status.started == day("2026-12-01"));
        CHECK(clock(all, "finish")->status.state == DeadlineState::not_started);
    }
    SUBCASE("somebody stops what no step stops") {
        write(desk, [](Change& change) {
            change.add_deadline_stop({"N-2026-0001/1", "tell_master", day("2026-10-09"), "L 7"});
        });
        const auto all = clocks_on(desk, "2026-11-23");
        CHECK(clock(all, "tell_master")->status.state == DeadlineState::missed);
        CHECK(clock(all, "tell_master")->status.days_late == 1);
        CHECK(clock(all, "tell_master")->stop_reference == "L 7");
        CHECK_FALSE(stopped_by_a_step("told_on"));
        CHECK(stopped_by_a_step("closed_on"));
    }
    SUBCASE("a changed decision has to be told anew and does not undo the first") {
        write(desk, [&](Change& change) {
            change.add_decision(decision(screening, "2026-12-01"));
            change.add_deadline_stop({"N-2026-0001/1", "answer", day("2026-12-02"), ""});
        });
        CHECK(clock(clocks_on(desk, "2026-12-20"), "answer")->status.state == DeadlineState::met);
        write(desk,
              [&](Change& change) { change.add_decision(decision(screening, "2026-12-18")); });
        const auto all = clocks_on(desk, "2026-12-20");
        CHECK(clock(all, "answer")->status.state == DeadlineState::running);
        CHECK(clock(all, "answer")->status.started == day("2026-12-18"));
        CHECK(clock(all, "decide")->status.stopped == day("2026-12-01"));
    }
    SUBCASE("opening and closing a review") {
        std::string review;
        write(desk, [&](Change& change) {
            record::Review opened;
            opened.kind = "inquiry";
            opened.pseudonym = "Child Q";
            opened.cases = {"N-2026-0001/1"};
            opened.criteria_digest = harbour::criteria()->digest;
            opened.opened_on = day("2026-12-05");
            review = change.add_review(opened);
        });
        CHECK(clock(clocks_on(desk, "2026-12-20"), "finish")->status.due == day("2027-06-05"));
        write(desk, [&](Change& change) { change.close_review(review, day("2026-12-19")); });
        CHECK(clock(clocks_on(desk, "2026-12-20"), "finish")->status.state == DeadlineState::met);
    }
}

}  // namespace
}  // namespace scr::casework
