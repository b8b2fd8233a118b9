#include "scr/record/date_form.hpp"

#include <doctest/doctest.h>

using namespace scr::record;

namespace {

DateForm form(const char* text) {
    return DateForm::parse(text).value();
}

std::string read(const char* form_text, const char* text) {
    const auto date = form(form_text).read(text);
    return date ? to_text(*date) : "none";
}

}  // namespace

TEST_CASE("day and month and year stand in any order with one separator") {
    CHECK(read("dd/mm/yyyy", "03/02/2026") == "2026-02-03");
    CHECK(read("mm/dd/yyyy", "03/02/2026") == "2026-03-02");
    CHECK(read("yyyy.mm.dd", "2026.02.03") == "2026-02-03");
    CHECK(read("yyyy-dd-mm", "2026-03-02") == "2026-02-03");
    CHECK(read("dd mm yyyy", "03 02 2026") == "2026-02-03");
    CHECK(read("yyyymmdd", "20260203") == "2026-02-03");
    CHECK(read("YYYY-MM-DD", "2026-02-03") == "2026-02-03");
}

TEST_CASE("one letter takes one digit or two and two letters take two") {
    CHECK(read("d/m/yyyy", "3/2/2026") == "2026-02-03");
    CHECK(read("d/m/yyyy", "03/12/2026") == "2026-12-03");
    CHECK(read("dd/mm/yyyy", "3/2/2026") == "none");
    CHECK(read("d/m/yyyy", "003/2/2026") == "none");
}

TEST_CASE("a text of another form is no date") {
    for (const char* const text : {"", "03/02/26", "03-02-2026", "03/02-2026", "03/02/2026 ", "x",
                                   "03/02/20260", "03/02", "2026/02/03", "03/02/2026 00:00"}) {
        CAPTURE(text);
        CHECK(read("dd/mm/yyyy", text) == "none");
        CHECK_FALSE(form("dd/mm/yyyy").numbers(text));
    }
    CHECK(read("yyyymmdd", "2026020") == "none");
}

TEST_CASE("a day that does not exist has the form and is no date") {
    for (const char* const text : {"30/02/2026", "00/02/2026", "01/13/2026", "01/01/1599"}) {
        CAPTURE(text);
        CHECK(read("dd/mm/yyyy", text) == "none");
        CHECK(form("dd/mm/yyyy").numbers(text));
    }
    CHECK(read("dd/mm/yyyy", "29/02/2024") == "2024-02-29");
}

TEST_CASE("what describes no form is refused") {
    for (const char* const text :
         {"", "dd/mm/yy", "dd/mm", "dd/mm/yyyy/dd", "dd/dd/yyyy", "dd/mm-yyyy", "ddmmyyyy",
          "dd,mm,yyyy", "ddd/mm/yyyy", "dd/mm/yyyyy", "iso", "yyyymmdd ?", "dd//mm/yyyy"}) {
        CAPTURE(text);
        CHECK_FALSE(DateForm::parse(text));
    }
}

TEST_CASE("a date is written as it is read") {
    const auto date = *parse_civil_date("2026-02-03");
    for (const char* const text : {"dd/mm/yyyy", "m-d-yyyy", "yyyymmdd", "yyyy mm d"}) {
        CAPTURE(text);
        CHECK(form(text).read(form(text).write(date)) == date);
    }
    CHECK(form("d/m/yyyy").write(date) == "3/2/2026");
}
