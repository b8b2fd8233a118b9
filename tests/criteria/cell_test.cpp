#include "scr/criteria/cell.hpp"

#include <doctest/doctest.h>

#include "criteria/small_criteria.hpp"

namespace scr::criteria {
namespace {

using test::criteria_with;

const Criteria& weather() {
    static const Criteria criteria = criteria_with("");
    return criteria;
}

CellResult read(std::size_t fact, std::string_view cell) {
    return read_cell(weather().facts.at(fact), cell);
}

constexpr std::size_t raining = 0;
constexpr std::size_t wind = 1;
constexpr std::size_t degrees = 2;

}  // namespace

TEST_CASE("a cell of a yes_no fact is read in every usual spelling") {
    for (const char* const yes : {"yes", " YES ", "true", "Y", "1", "\tyes\r"}) {
        CAPTURE(yes);
        CHECK(read(raining, yes).answer == Answer::given(0));
        CHECK(read(raining, yes).problem.empty());
    }
    for (const char* const no : {"no", "No", "FALSE", "n", "0"}) {
        CAPTURE(no);
        CHECK(read(raining, no).answer == Answer::given(1));
    }
}

TEST_CASE("an empty cell is blank and a written unknown is unknown") {
    for (const std::size_t fact : {raining, wind, degrees}) {
        CHECK(read(fact, "").answer == Answer::blank());
        CHECK(read(fact, "  \t").answer == Answer::blank());
        CHECK(read(fact, " Unknown ").answer == Answer::unknown());
        CHECK(read(fact, "unknown").problem.empty());
    }
}

TEST_CASE("a cell of a choice fact is one of the choices") {
    CHECK(read(wind, "Storm").answer == Answer::given(2));
    const CellResult refused = read(wind, "strom");
    CHECK(refused.problem == "unknown answer for `wind`: `strom`");
    CHECK(refused.note == "answers are none, breeze, storm, unknown");
    CHECK(refused.help == "did you mean `storm`?");
    CHECK(refused.answer == Answer::blank());
}

TEST_CASE("the spellings of yes and no belong to yes_no facts alone") {
    CHECK_FALSE(read(wind, "1").problem.empty());
    CHECK_FALSE(read(degrees, "true").problem.empty());
}

TEST_CASE("a whole number is read within its range") {
    CHECK(read(degrees, " 17 ").answer == Answer::given(17));
    CHECK(read(degrees, "-50").answer == Answer::given(-50));
    CHECK(read(degrees, "60").answer == Answer::given(60));
}

TEST_CASE("a refused number is never repeated since it may be a date of birth") {
    const struct {
        const char* cell;
        const char* problem;
    } cases[] = {{"2009-04-01", "not a whole number: `degrees`"},
                 {"17.0", "not a whole number: `degrees`"},
                 {"+17", "not a whole number: `degrees`"},
                 {"Jo Example", "not a whole number: `degrees`"},
                 {"61", "out of range: `degrees`"},
                 {"-51", "out of range: `degrees`"},
                 {"99999999999999999999", "out of range: `degrees`"},
                 {"99999999999999999999x", "not a whole number: `degrees`"}};
    for (const auto& [cell, problem] : cases) {
        CAPTURE(cell);
        const CellResult refused = read(degrees, cell);
        CHECK(refused.problem == problem);
        CHECK(refused.note == "the answer is a whole number from -50 to 60, or unknown");
        CHECK((refused.problem + refused.note + refused.help).find(cell) == std::string::npos);
    }
}

TEST_CASE("a long or hostile cell is cut and made visible") {
    CHECK(read(wind, std::string(100, 'x')).problem ==
          "unknown answer for `wind`: `" + std::string(40, 'x') + "...`");
    CHECK(read(wind, "\x1b[2J").problem == "unknown answer for `wind`: `\\x1b[2J`");
}

}  // namespace scr::criteria
