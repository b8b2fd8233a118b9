#include "scr/criteria/answer_codes.hpp"

#include <doctest/doctest.h>

#include "criteria/small_criteria.hpp"
#include "scr/criteria/cell.hpp"
#include "scr/criteria/screening_table.hpp"

namespace scr::criteria {
namespace {

using test::criteria_with;

const Criteria& forecast() {
    static const Criteria criteria = criteria_with("");
    return criteria;
}

const Answer yes = Answer::given(0);
const Answer no = Answer::given(1);

AnswerCodes rain() {
    return AnswerCodes({{"1", no}, {"2", yes}, {"J", yes}, {"9", Answer::unknown()}, {"X", {}}});
}

CellResult read_rain(const AnswerCodes& codes, std::string_view cell) {
    return read_coded_cell(forecast().facts.at(0), codes, cell);
}

}  // namespace

TEST_CASE("a cell that is a code is the answer of the code") {
    CHECK(read_rain(rain(), "1").answer == no);
    CHECK(read_rain(rain(), " 2 ").answer == yes);
    CHECK(read_rain(rain(), "9").answer == Answer::unknown());
    CHECK(read_rain(rain(), "X").answer == Answer::blank());
    CHECK(read_rain(rain(), "x").answer == Answer::blank());
    CHECK(read_rain(rain(), "").answer == Answer::blank());
}

TEST_CASE("a whole answer of ours stands beside the codes") {
    CHECK(read_rain(rain(), "YES").answer == yes);
    CHECK(read_rain(rain(), "no").answer == no);
    CHECK(read_rain(rain(), "Unknown").answer == Answer::unknown());
}

TEST_CASE("a short spelling of ours that is no code is refused") {
    for (const char* const cell : {"0", "y", "N", "true", "false", "7", "ja"}) {
        CAPTURE(cell);
        const CellResult read = read_rain(rain(), cell);
        CHECK(read.problem ==
              fmt::format("not among the codes of the map for `raining`: `{}`", cell));
        CHECK(read.note.find("`1`, `2`, `J`, `9` and `X`") != std::string::npos);
        CHECK_FALSE(read.help.empty());
    }
}

TEST_CASE("letter case tells codes apart where it has to") {
    const AnswerCodes codes({{"Ja", yes}, {"JA", no}, {"n", no}, {"N", no}});
    CHECK(read_rain(codes, "Ja").answer == yes);
    CHECK(read_rain(codes, "JA").answer == no);
    CHECK(read_rain(codes, "ja").problem.find("several") != std::string::npos);
    CHECK(read_rain(codes, "n").answer == no);
}

TEST_CASE("an empty cell may be a code") {
    const AnswerCodes codes({{"", no}, {"1", yes}});
    CHECK(read_rain(codes, " ").answer == no);
    CHECK(codes.blank() == no);
    CHECK(rain().blank() == Answer::blank());
}

TEST_CASE("a whole number that is no code is a number and nothing else is repeated") {
    const Fact& degrees = forecast().facts.at(2);
    const AnswerCodes codes({{"99", Answer::unknown()}});
    CHECK(read_coded_cell(degrees, codes, "99").answer == Answer::unknown());
    CHECK(read_coded_cell(degrees, codes, "17").answer == Answer::given(17));
    const CellResult read = read_coded_cell(degrees, codes, "2013-05-01");
    CHECK(read.problem == "not a whole number: `degrees`");
    CHECK((read.note + read.help).find("2013") == std::string::npos);
    CHECK(read.note.find("`99`") != std::string::npos);
}

TEST_CASE("the table looks codes up as they are read") {
    const AnswerCodes codes(
        {{"1", no}, {"2", yes}, {"", Answer::unknown()}, {"a \"b\"", yes}, {"null", no}});
    CodedFacts coded(forecast().facts.size());
    coded[0] = &codes;
    const auto table = ScreeningTable::make(forecast(), Blanks::take_default,
                                            ScreeningTable::Silence::told, coded);
    const auto plain =
        ScreeningTable::make(forecast(), Blanks::take_default, ScreeningTable::Silence::told);
    const auto code_of = [](const ScreeningTable& of, std::string cell) {
        const std::size_t length = cell.size();
        cell.resize(length + CellCodes::readable, 'x');
        return of.cells(0).find(cell.data(), length);
    };
    CHECK(code_of(*table, "1") == code_of(*plain, "no"));
    CHECK(code_of(*table, "2") == code_of(*plain, "yes"));
    CHECK(code_of(*table, "yes") == code_of(*plain, "yes"));
    CHECK(code_of(*table, "NULL") == code_of(*plain, "no"));
    CHECK(code_of(*table, "") == code_of(*plain, "unknown"));
    CHECK(table->blank(0) == code_of(*plain, "unknown"));
    CHECK(table->blank(1) == plain->blank(1));
    for (const char* const unusual : {"0", "y", "true", "a \"b\"", "3"}) {
        CAPTURE(unusual);
        CHECK(code_of(*table, unusual) == CellCodes::unusual);
    }
}

}  // namespace scr::criteria
