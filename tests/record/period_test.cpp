#include "scr/record/period.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "record/sample.hpp"

using namespace scr::record;
using sample::calendar;
using sample::day;

TEST_CASE("a count and a unit make a period") {
    CHECK(parse_period("5 working days") == Period{5, Period::working_days});
    CHECK(parse_period("1 working day") == Period{1, Period::working_days});
    CHECK(parse_period("14 days") == Period{14, Period::days});
    CHECK(parse_period("1 week") == Period{1, Period::weeks});
    CHECK(parse_period("1 month") == Period{1, Period::months});
    CHECK(parse_period("18 months") == Period{18, Period::months});
    CHECK(parse_period("1 year") == Period{1, Period::years});
    CHECK(parse_period("1 years") == Period{1, Period::years});
    CHECK(parse_period(" 1000 day ") == Period{1000, Period::days});
}

TEST_CASE("any other text is no period") {
    for (const char* text : {"",
                             " ",
                             "year",
                             "1",
                             "1 ",
                             "0 days",
                             "-1 days",
                             "+1 days",
                             "1001 days",
                             "01 days",
                             "99999999999 days",
                             "1.5 years",
                             "1year",
                             "1  year",
                             "one year",
                             "1 yearss",
                             "1 s",
                             "1 working",
                             "5 working  days",
                             "5 workingdays",
                             "1 Year",
                             "1 year ago",
                             "1 decade"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_period(text).has_value());
    }
}

TEST_CASE("a period written is the period read") {
    CHECK(to_text(Period{5, Period::working_days}) == "5 working days");
    CHECK(to_text(Period{1, Period::months}) == "1 month");
    CHECK(rc::check([] {
        const auto unit = *rc::gen::element(Period::working_days, Period::days, Period::weeks,
                                            Period::months, Period::years);
        const Period period{*rc::gen::inRange(1, 1001), unit};
        RC_ASSERT(parse_period(to_text(period)) == period);
    }));
}

TEST_CASE("any bytes are a period or nothing") {
    CHECK(rc::check([](const std::string& bytes) {
        const auto with_count = parse_period("1 " + bytes);
        RC_ASSERT((!with_count || with_count->count == 1));
        const auto period = parse_period(bytes);
        RC_ASSERT((!period || (period->count >= 1 && period->count <= 1000)));
    }));
}

TEST_CASE("each unit is added in its own way") {
    const CivilDate from = day("2025-12-24");
    CHECK(plus(from, {5, Period::working_days}, calendar()) == day("2026-01-05"));
    CHECK(plus(from, {5, Period::days}, calendar()) == day("2025-12-29"));
    CHECK(plus(from, {2, Period::weeks}, calendar()) == day("2026-01-07"));
    CHECK(plus(day("2025-12-31"), {2, Period::months}, calendar()) == day("2026-02-28"));
    CHECK(plus(day("2024-02-29"), {1, Period::years}, calendar()) == day("2025-02-28"));
}
