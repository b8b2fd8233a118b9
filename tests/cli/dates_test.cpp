#include "cli/dates.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "scr/failure.hpp"

using namespace scr;
using namespace scr::cli;
using namespace std::chrono_literals;

namespace {

constexpr record::CivilDate today = 2026y / 3 / 1;

/// The failure of a value that must be refused.
Failure refusal(std::string_view value) {
    try {
        parse_date_option("--on", value, today);
    } catch (const Failure& failure) {
        CHECK(failure.kind() == FailureKind::refused);
        return failure;
    }
    FAIL("accepted: " << value);
    return Failure(FailureKind::bug, "");
}

}  // namespace

TEST_CASE("a date option takes a date or a word for one") {
    CHECK(parse_date_option("--on", "2024-02-29", today) == 2024y / 2 / 29);
    CHECK(parse_date_option("--on", "today", today) == today);
    CHECK(parse_date_option("--on", "yesterday", today) == 2026y / 2 / 28);
}

TEST_CASE("a date that can be read in two ways is refused with both") {
    const Failure both = refusal("03/02/2026");
    CHECK(both.note() == "it could be 2026-02-03 or 2026-03-02");
    CHECK(both.help() == "write `--on 2026-02-03` or `--on 2026-03-02`");
    CHECK(refusal("31.12.2026").help() == "write `--on 2026-12-31`");
    CHECK(refusal("12-31-2026").help() == "write `--on 2026-12-31`");
    CHECK(refusal("02/02/2026").help() == "write `--on 2026-02-02`");
}

TEST_CASE("other values are refused with the form") {
    CHECK(refusal("2026-02-30").note() == "there is no such day from 1600 to 9999");
    for (const char* value : {"", "tomorrow", "2026", "3/2", "2026-2-3", "99/99/2026"}) {
        CHECK(refusal(value).note() == "dates are written YYYY-MM-DD, today or yesterday");
    }
}

TEST_CASE("any text is a date or a refusal") {
    rc::check([](const std::string& value) {
        try {
            RC_ASSERT(parse_date_option("--on", value, today).ok());
        } catch (const Failure&) {
        }
    });
}

TEST_CASE("the day in London follows its summer time also after 2037") {
    // 23:30 UTC is half past midnight of the next day in summer.
    CHECK(date_in_london(1782862200) == 2026y / 7 / 1);    // 2026-06-30T23:30:00Z
    CHECK(date_in_london(1798673400) == 2026y / 12 / 30);  // 2026-12-30T23:30:00Z
    CHECK(date_in_london(2540244600) == 2050y / 7 / 1);    // 2050-06-30T23:30:00Z
}

TEST_CASE("a day ends in London at its midnight also in summer and on the days of the changes") {
    CHECK(end_of_day_in_london(2026y / 1 / 31) == "2026-02-01T00:00:00Z");
    CHECK(end_of_day_in_london(2026y / 6 / 30) == "2026-06-30T23:00:00Z");
    CHECK(end_of_day_in_london(2026y / 3 / 28) == "2026-03-29T00:00:00Z");
    CHECK(end_of_day_in_london(2026y / 3 / 29) == "2026-03-29T23:00:00Z");
    CHECK(end_of_day_in_london(2026y / 10 / 24) == "2026-10-24T23:00:00Z");
    CHECK(end_of_day_in_london(2026y / 10 / 25) == "2026-10-26T00:00:00Z");
}
