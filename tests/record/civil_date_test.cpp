#include "scr/record/civil_date.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <limits>

#include "record/sample.hpp"

using namespace scr::record;
using sample::any_day;
using sample::day;

TEST_CASE("only a real day in the one form is a date") {
    for (const char* text :
         {"2024-02-29", "2000-02-29", "1600-01-01", "9999-12-31", "2026-11-30"}) {
        CAPTURE(text);
        REQUIRE(parse_civil_date(text).has_value());
        CHECK(to_text(*parse_civil_date(text)) == text);
    }
    for (const char* text : {"",
                             "2023-02-29",
                             "1900-02-29",
                             "2026-00-10",
                             "2026-13-10",
                             "2026-01-00",
                             "2026-01-32",
                             "2026-04-31",
                             "1599-12-31",
                             "0000-01-01",
                             "26-01-01",
                             "2026-1-1",
                             "2026/01/01",
                             "2026-01-01 ",
                             " 2026-01-1",
                             "2026-01-0a",
                             "+026-01-01",
                             "2026--1-01",
                             "01-01-2026",
                             "today",
                             "2026-01-01T00:00",
                             "\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa6-1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_civil_date(text).has_value());
    }
}

TEST_CASE("a date written is the date read") {
    CHECK(rc::check([] {
        const CivilDate date = *any_day();
        RC_ASSERT(parse_civil_date(to_text(date)) == date);
    }));
}

TEST_CASE("any bytes are a date or nothing") {
    CHECK(rc::check([](const std::string& text) {
        const auto date = parse_civil_date(text);
        RC_ASSERT((!date || to_text(*date) == text));
    }));
}

TEST_CASE("a date in words has the month in full and no zero before the day") {
    CHECK(to_long_text(day("2026-02-03")) == "3 February 2026");
    CHECK(to_long_text(day("2026-12-31")) == "31 December 2026");
}

TEST_CASE("days are added over the ends of months and years") {
    CHECK(plus_days(day("2024-02-28"), 1) == day("2024-02-29"));
    CHECK(plus_days(day("2026-12-31"), 1) == day("2027-01-01"));
    CHECK(plus_days(day("2026-01-01"), -1) == day("2025-12-31"));
}

TEST_CASE("a month that has no such day gives its last one") {
    CHECK(plus_months(day("2026-01-31"), 1) == day("2026-02-28"));
    CHECK(plus_months(day("2024-01-31"), 1) == day("2024-02-29"));
    CHECK(plus_months(day("2026-08-31"), 1) == day("2026-09-30"));
    CHECK(plus_months(day("2026-01-15"), 1) == day("2026-02-15"));
    CHECK(plus_months(day("2026-11-30"), 3) == day("2027-02-28"));
    CHECK(plus_months(day("2026-03-31"), -1) == day("2026-02-28"));
    CHECK(plus_months(day("2026-01-10"), -1) == day("2025-12-10"));
    CHECK(plus_months(day("2026-12-10"), 12) == day("2027-12-10"));
    CHECK(plus_years(day("2024-02-29"), 1) == day("2025-02-28"));
    CHECK(plus_years(day("2024-02-29"), 4) == day("2028-02-29"));
    CHECK(plus_years(day("2024-02-29"), -1) == day("2023-02-28"));
}

TEST_CASE("no sum leaves the years 1600 to 9999") {
    constexpr int most = std::numeric_limits<int>::max();
    constexpr int least = std::numeric_limits<int>::min();
    for (const auto plus : {plus_days, plus_months, plus_years}) {
        CHECK(plus(day("2026-05-05"), most) == day("9999-12-31"));
        CHECK(plus(day("2026-05-05"), least) == day("1600-01-01"));
        CHECK(plus(day("9999-12-31"), 1) == day("9999-12-31"));
        CHECK(plus(day("1600-01-01"), -1) == day("1600-01-01"));
    }
}

TEST_CASE("the days between two dates undo the days added") {
    CHECK(rc::check([] {
        const CivilDate date = *any_day();
        const int days = *rc::gen::inRange(-30000, 30000);
        RC_ASSERT(days_between(date, plus_days(date, days)) == days);
        RC_ASSERT(plus_days(plus_days(date, days), -days) == date);
    }));
}

TEST_CASE("months added give a real day of the right month that is never later in it") {
    CHECK(rc::check([] {
        const CivilDate date = *any_day();
        const int months = *rc::gen::inRange(-600, 600);
        const CivilDate sum = plus_months(date, months);
        RC_ASSERT(sum.ok());
        RC_ASSERT(sum.day() <= date.day());
        RC_ASSERT(sum.year() / sum.month() ==
                  date.year() / date.month() + std::chrono::months{months});
        const bool same_day = sum.day() == date.day();
        RC_ASSERT((same_day || plus_days(sum, 1).day() == std::chrono::day{1}));
    }));
}

TEST_CASE("a child is a year older on the birthday") {
    CHECK(age_in_years(day("2008-05-10"), day("2026-05-09")) == 17);
    CHECK(age_in_years(day("2008-05-10"), day("2026-05-10")) == 18);
    CHECK(age_in_years(day("2026-05-10"), day("2026-05-10")) == 0);
    CHECK(age_in_years(day("2025-12-31"), day("2026-01-01")) == 0);
    CHECK_FALSE(age_in_years(day("2026-05-10"), day("2026-05-09")).has_value());
}

TEST_CASE("a child born on 29 February is a year older on 1 March") {
    CHECK(age_in_years(day("2008-02-29"), day("2026-02-28")) == 17);
    CHECK(age_in_years(day("2008-02-29"), day("2026-03-01")) == 18);
    CHECK(age_in_years(day("2008-02-29"), day("2028-02-28")) == 19);
    CHECK(age_in_years(day("2008-02-29"), day("2028-02-29")) == 20);
}

TEST_CASE("age never falls and grows by one in a year") {
    CHECK(rc::check([] {
        const CivilDate birth = *any_day();
        const CivilDate on = plus_days(birth, *rc::gen::inRange(0, 40000));
        const int age = age_in_years(birth, on).value();
        const int tomorrow = age_in_years(birth, plus_days(on, 1)).value();
        RC_ASSERT((tomorrow == age || tomorrow == age + 1));
        RC_ASSERT(plus_years(birth, age) <= on);
        RC_ASSERT(on <= plus_years(birth, age + 1));
    }));
}
