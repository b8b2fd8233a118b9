#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>
#include <iterator>

#include "record/sample.hpp"
#include "scr/failure.hpp"
#include "scr/record/working_days.hpp"

using namespace scr::record;
using sample::day;

namespace {

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the coverage and the rows are read") {
    CHECK(sample::calendar().first_covered() == day("2024-01-01"));
    CHECK(sample::calendar().last_covered() == day("2026-12-31"));
}

TEST_CASE("rows may come in any order and lines may end in either way") {
    const auto calendar = Calendar::parse(
        "# coverage: 2025-01-01 to 2025-12-31\r\ndate,name\r\n2025-12-25,Christmas Day\r\n"
        "2025-04-18,Good Friday\r\n# a word between\r\n2025-12-26,Boxing Day");
    CHECK_FALSE(calendar.is_working_day(day("2025-04-18")));
    CHECK_FALSE(calendar.is_working_day(day("2025-12-25")));
    CHECK_FALSE(calendar.is_working_day(day("2025-12-26")));
    CHECK(calendar.is_working_day(day("2025-04-21")));
}

TEST_CASE("a malformed line is refused with its number") {
    struct Row {
        const char* text;
        const char* where;
    };
    const std::string head = "# coverage: 2025-01-01 to 2025-12-31\ndate,name\n";
    const std::string row = head + "2025-12-25,Christmas Day\n";
    for (const auto& [text, where] : {
             Row{"", "days.csv:0"},
             Row{"date,name\n", "days.csv:1"},
             Row{"# coverage: 2025-01-01 to 2025-12-31\n", "days.csv:1"},
             Row{"# coverage: 2025-01-01\ndate,name\n", "days.csv:1"},
             Row{"\n# coverage: 2025-01-01 to 2025-02-30\n", "days.csv:2"},
             Row{"# coverage: 2025-12-31 to 2025-01-01\n", "days.csv:1"},
             Row{"# coverage: 2025-01-01 to 2025-12-31\n# coverage: 2025-01-01 to 2025-12-31\n",
                 "days.csv:2"},
             Row{"# coverage: 2025-01-01 to 2025-12-31\nname,date\n", "days.csv:2"},
             Row{"# coverage: 2025-01-01 to 2025-12-31\n2025-12-25,Christmas Day\n", "days.csv:2"},
         }) {
        CAPTURE(text);
        std::string refused_at;
        try {
            Calendar::parse(text, "days.csv");
        } catch (const scr::Failure& failure) {
            refused_at = failure.where();
            CHECK(failure.kind() == scr::FailureKind::refused);
            CHECK_FALSE(failure.help().empty());
        }
        CHECK(refused_at == where);
    }
    for (const char* line :
         {"2025-12-25", "2025-12-25,", "2025-12-25, ", "25/12/2025,Christmas Day", ",Christmas Day",
          "2025-13-25,Christmas Day", "x", "date,name", "2024-12-31,before the coverage",
          "2026-01-01,after the coverage", "2025-12-25,the same day again"}) {
        CAPTURE(line);
        std::string refused_at;
        try {
            Calendar::parse(row + line + "\n2025-12-26,Boxing Day\n", "days.csv");
        } catch (const scr::Failure& failure) {
            refused_at = failure.where();
        }
        CHECK(refused_at == "days.csv:4");
    }
}

TEST_CASE("any bytes are a calendar or refused") {
    CHECK(rc::check([](const std::string& bytes) {
        RC_ASSERT_THROWS_AS(Calendar::parse(bytes), scr::Failure);
        RC_ASSERT_THROWS_AS(Calendar::parse("# coverage: " + bytes), scr::Failure);
    }));
}

TEST_CASE("the shipped calendar covers 1995 to 2030 and knows the proclaimed days") {
    const auto calendar =
        Calendar::parse(read(SCR_SOURCE_DIR "/data/calendar/bank-holidays-england-and-wales.csv"));
    CHECK(calendar.first_covered() == day("1995-01-01"));
    CHECK(calendar.last_covered() == day("2030-12-31"));
    CHECK_FALSE(calendar.is_working_day(day("2022-09-19")));
    CHECK_FALSE(calendar.is_working_day(day("2023-05-08")));
    CHECK_FALSE(calendar.is_working_day(day("2026-12-28")));
    CHECK(calendar.is_working_day(day("2024-11-05")));
}
