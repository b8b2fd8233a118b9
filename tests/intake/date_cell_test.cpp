#include "intake/date_cell.hpp"

#include <doctest/doctest.h>

using scr::intake::read_date;

TEST_CASE("a date is read with spaces around it") {
    REQUIRE(read_date("died_on", " 2026-02-03 ").date);
    CHECK(scr::record::to_text(*read_date("died_on", " 2026-02-03 ").date) == "2026-02-03");
    CHECK(read_date("died_on", "2026-02-03").problem.empty());
}

TEST_CASE("a blank is no date and no problem") {
    CHECK_FALSE(read_date("died_on", "  ").date);
    CHECK(read_date("died_on", "  ").problem.empty());
}

TEST_CASE("a date with two readings is refused with both") {
    for (const auto* text : {"03/02/2026", "3/2/2026", "03.02.2026", "03-02-2026"}) {
        CAPTURE(text);
        const auto read = read_date("died_on", text);
        CHECK_FALSE(read.date);
        CHECK(read.problem == "`died_on` is not a date in the form `YYYY-MM-DD`");
        CHECK(read.note.find("2026-02-03 or as 2026-03-02") != std::string::npos);
    }
}

TEST_CASE("a date with one reading is refused with it") {
    CHECK(read_date("died_on", "25/12/2026").help == "write `2026-12-25`");
    CHECK(read_date("died_on", "12/25/2026").help == "write `2026-12-25`");
    CHECK(read_date("died_on", "03/03/2026").help == "write `2026-03-03`");
    CHECK(read_date("died_on", "25/12/2026").note.empty());
}

TEST_CASE("a date of birth is never repeated") {
    for (const auto* text : {"03/02/2026", "25/12/2026", "2026-02-30", "0026-02-03"}) {
        const auto read = read_date("date_of_birth", text, true);
        CHECK_FALSE(read.problem.empty());
        const std::string said = read.problem + read.note + (read.note.empty() ? "" : read.help);
        CHECK(said.find("20") == said.find("2026-02-03"));  // the example of the help is no birth
        CHECK(said.find(text) == std::string::npos);
        CHECK(read.help.find("2026-12-25") == std::string::npos);
    }
}

TEST_CASE("a day that does not exist is told from a wrong form") {
    CHECK(read_date("died_on", "2026-02-30").problem ==
          "`died_on` names a day that does not exist");
    CHECK(read_date("died_on", "2025-02-29").problem ==
          "`died_on` names a day that does not exist");
    CHECK(read_date("died_on", "2026-13-01").problem ==
          "`died_on` names a day that does not exist");
    CHECK(read_date("died_on", "0026-02-03").problem == "`died_on` lies before the year 1600");
}

TEST_CASE("other texts are no dates and are not repeated") {
    for (const auto* text : {"today", "2026", "2026-2-3", "20260203", "2026-02-03T00:00", "1/2/3/4",
                             "//", "99999/1/1", "03/02-2026", "-02-03", "03/02/26"}) {
        CAPTURE(text);
        const auto read = read_date("died_on", text);
        CHECK_FALSE(read.date);
        CHECK(read.problem == "`died_on` is not a date in the form `YYYY-MM-DD`");
        CHECK(read.note.empty());
    }
}
