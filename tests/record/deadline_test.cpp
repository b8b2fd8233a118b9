#include "scr/record/deadline.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "record/sample.hpp"

using namespace scr::record;
using sample::calendar;
using sample::day;
using sample::recent_day;

namespace {

const Deadline notify{.id = "notify",
                      .within = {5, Period::working_days},
                      .from = "became_aware_on",
                      .until = "notified_on",
                      .owner = "local authority",
                      .force = "statutory"};
const Deadline finish{.id = "finish",
                      .within = {6, Period::months},
                      .from = "opened_on",
                      .until = "closed_on",
                      .owner = "",
                      .force = "guidance"};

// Five working days over Easter 2025 end on Friday 25 April.
const CivilDate aware = day("2025-04-16");

}  // namespace

TEST_CASE("without its first date a deadline has not started") {
    const auto status = assess(notify, std::nullopt, std::nullopt, day("2025-04-30"), calendar());
    CHECK(status.state == DeadlineState::not_started);
    CHECK_FALSE(status.due.has_value());
    CHECK(describe(status) == "not started: no date for `became_aware_on`");
}

TEST_CASE("a deadline runs until the due day and that day is still in time") {
    auto status = assess(notify, aware, std::nullopt, day("2025-04-21"), calendar());
    CHECK(status.state == DeadlineState::running);
    CHECK(status.started == aware);
    CHECK(status.due == day("2025-04-25"));
    CHECK(status.days_left == 4);
    CHECK(describe(status) == "due 2025-04-25, 4 days left");

    status = assess(notify, aware, std::nullopt, day("2025-04-24"), calendar());
    CHECK(describe(status) == "due 2025-04-25, 1 day left");

    status = assess(notify, aware, std::nullopt, day("2025-04-25"), calendar());
    CHECK(status.state == DeadlineState::running);
    CHECK(status.days_late == 0);
    CHECK(describe(status) == "due 2025-04-25, the last day");
}

TEST_CASE("the day after the due day it is overdue") {
    const auto status = assess(notify, aware, std::nullopt, day("2025-04-26"), calendar());
    CHECK(status.state == DeadlineState::overdue);
    CHECK(status.days_late == 1);
    CHECK(status.days_left == 0);
    CHECK(describe(status) == "overdue by 1 day, due 2025-04-25");
}

TEST_CASE("a step by the due day meets it and a later one misses it") {
    auto status = assess(notify, aware, day("2025-04-25"), day("2026-01-01"), calendar());
    CHECK(status.state == DeadlineState::met);
    CHECK(status.days_late == 0);
    CHECK(describe(status) == "met on 2025-04-25");

    status = assess(notify, aware, day("2025-04-28"), day("2026-01-01"), calendar());
    CHECK(status.state == DeadlineState::missed);
    CHECK(status.days_late == 3);
    CHECK(describe(status) == "missed by 3 days, due 2025-04-25, done 2025-04-28");
}

TEST_CASE("a step planned for later stops nothing yet") {
    const auto status = assess(notify, aware, day("2025-04-25"), day("2025-04-24"), calendar());
    CHECK(status.state == DeadlineState::running);
    CHECK_FALSE(status.stopped.has_value());
}

TEST_CASE("a deadline of months follows the corresponding date") {
    const auto status =
        assess(finish, day("2025-08-31"), std::nullopt, day("2025-09-01"), calendar());
    CHECK(status.due == day("2026-02-28"));
}

TEST_CASE("working days outside the coverage are provisional and other units never are") {
    struct Row {
        const char* started;
        bool provisional;
    };
    for (const auto& [started, provisional] :
         {Row{"2023-12-31", true}, Row{"2024-01-01", false}, Row{"2026-12-23", true},
          Row{"2026-12-22", false}, Row{"2031-06-02", true}}) {
        CAPTURE(started);
        const auto status = assess(notify, day(started), std::nullopt, day(started), calendar());
        CHECK(status.provisional == provisional);
        CHECK(describe(status).ends_with(" (provisional)") == provisional);
        CHECK_FALSE(
            assess(finish, day(started), std::nullopt, day(started), calendar()).provisional);
    }
}

TEST_CASE("late days are counted exactly when the deadline is overdue or missed") {
    CHECK(rc::check([] {
        const CivilDate started = *recent_day();
        const CivilDate today = *recent_day();
        const auto stopped = *rc::gen::maybe(recent_day());
        const std::optional<CivilDate> stop =
            stopped ? std::optional<CivilDate>(*stopped) : std::nullopt;
        const auto status = assess(notify, started, stop, today, calendar());
        const bool late =
            status.state == DeadlineState::overdue || status.state == DeadlineState::missed;
        const bool over =
            status.state == DeadlineState::met || status.state == DeadlineState::missed;
        RC_ASSERT(late == (status.days_late > 0));
        RC_ASSERT(over == status.stopped.has_value());
        RC_ASSERT(over == (stop && *stop <= today));
        RC_ASSERT(late == (status.stopped.value_or(today) > *status.due));
    }));
}
