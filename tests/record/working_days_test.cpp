#include "scr/record/working_days.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "record/sample.hpp"

using namespace scr::record;
using sample::calendar;
using sample::day;
using sample::recent_day;

TEST_CASE("weekends and bank holidays are not working days") {
    CHECK(calendar().is_working_day(day("2025-04-17")));
    CHECK_FALSE(calendar().is_working_day(day("2025-04-18")));  // Good Friday
    CHECK_FALSE(calendar().is_working_day(day("2025-04-19")));  // Saturday
    CHECK_FALSE(calendar().is_working_day(day("2025-04-20")));  // Sunday
    CHECK_FALSE(calendar().is_working_day(day("2025-04-21")));  // Easter Monday
    CHECK(calendar().is_working_day(day("2025-04-22")));
    CHECK_FALSE(calendar().is_working_day(day("2026-12-28")));  // the last row
}

TEST_CASE("the day of the event is day 0") {
    CHECK(calendar().plus_working_days(day("2025-06-02"), 5) == day("2025-06-09"));
    CHECK(calendar().plus_working_days(day("2025-06-02"), 0) == day("2025-06-02"));
    CHECK(calendar().plus_working_days(day("2025-06-07"), 1) == day("2025-06-09"));  // a Saturday
    CHECK(calendar().plus_working_days(day("2025-04-16"), 5) == day("2025-04-25"));  // over Easter
    CHECK(calendar().plus_working_days(day("2025-12-24"), 3) == day("2025-12-31"));
    CHECK(calendar().plus_working_days(day("2025-04-22"), -1) == day("2025-04-17"));
}

TEST_CASE("working days are counted without the first day and with the last") {
    CHECK(calendar().working_days_between(day("2025-04-16"), day("2025-04-25")) == 5);
    CHECK(calendar().working_days_between(day("2025-04-16"), day("2025-04-16")) == 0);
    CHECK(calendar().working_days_between(day("2025-04-17"), day("2025-04-21")) == 0);
    CHECK(calendar().working_days_between(day("2025-04-22"), day("2025-04-17")) == -1);
}

TEST_CASE("counting undoes adding") {
    CHECK(rc::check([] {
        const CivilDate from = *recent_day();
        const int n = *rc::gen::inRange(-400, 400);
        const CivilDate to = calendar().plus_working_days(from, n);
        RC_ASSERT(calendar().working_days_between(from, to) == n);
        RC_ASSERT((n == 0 || calendar().is_working_day(to)));
    }));
}

TEST_CASE("a later start or one more day never ends earlier") {
    CHECK(rc::check([] {
        const CivilDate from = *recent_day();
        const int n = *rc::gen::inRange(0, 60);
        const CivilDate end = calendar().plus_working_days(from, n);
        RC_ASSERT(end <= calendar().plus_working_days(plus_days(from, 1), n));
        RC_ASSERT(end < calendar().plus_working_days(from, n + 1));
        RC_ASSERT(days_between(from, end) >= n);
    }));
}

TEST_CASE("counting stops at the last year instead of running on") {
    CHECK(calendar().plus_working_days(day("9999-12-01"), 1000) == day("9999-12-31"));
    CHECK(calendar().plus_working_days(day("1600-02-01"), -1000) == day("1600-01-01"));
}
