#include "scr/intake/survey.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

#include "scr/failure.hpp"

using namespace scr::intake;

namespace {

Survey survey_of(const std::string& text, const ReadOptions& options = {}) {
    std::istringstream stream(text);
    Survey survey;
    add_to_survey(survey, stream, options);
    return survey;
}

/// `Header 3: a=2 b=1`, with dots where not every value was kept.
std::string said_of(const SurveyedColumn& column) {
    std::string text = fmt::format("{} {}:", column.header, column.filled);
    for (const auto& [value, cells] : column.values) text += fmt::format(" {}={}", value, cells);
    return text + (column.more_values ? " ..." : "");
}

std::vector<std::string> said_of(const Survey& survey) {
    std::vector<std::string> texts;
    for (const auto& column : survey.columns) texts.push_back(said_of(column));
    return texts;
}

using Texts = std::vector<std::string>;

std::size_t cells_in(const SurveyedColumn& column, const char* form) {
    const auto& forms = common_date_forms();
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (forms[i].text() == form) return column.dated[i];
    }
    throw std::logic_error("no such form is looked for");
}

}  // namespace

TEST_CASE("the values of each column are counted") {
    const Survey survey = survey_of("No, Dead \nA1,1\nA2, 2\n\"A3\",1\nA4,\n");
    CHECK(said_of(survey) == Texts{"No 4: A1=1 A2=1 A3=1 A4=1", "Dead 3: 1=2 2=1"});
    CHECK(survey.records == 4);
    CHECK(survey.unreadable == 0);
}

TEST_CASE("keys of JSON are columns and values are as written") {
    const Survey survey = survey_of(
        "{\"No\":17,\"Dead\":true}\n{\"Dead\":{\"value\":\"y\",\"source\":\"s\"},\"x\":null}\n"
        "{\"Dead\":1.5}\n{\"Dead\":[1]}\n{\"Dead\n");
    CHECK(said_of(survey) == Texts{"No 1: 17=1", "Dead 4: true=1 y=1 ...", "x 0:"});
    CHECK(survey.records == 4);
    CHECK(survey.unreadable == 1);
}

TEST_CASE("a record that cannot be read is counted and not looked into") {
    const Survey survey = survey_of("a,b\n1\n1,2\n1,2,3\n\"x\"y,1\n");
    CHECK(said_of(survey) == Texts{"a 1: 1=1", "b 1: 2=1"});
    CHECK(survey.records == 1);
    CHECK(survey.unreadable == 3);
}

TEST_CASE("several files are one survey and a header may be given") {
    Survey survey;
    ReadOptions options;
    options.header = "a,b";
    std::istringstream first("1,2\n");
    std::istringstream second("b,c\n2,3\n");
    add_to_survey(survey, first, options);
    add_to_survey(survey, second, {});
    CHECK(said_of(survey) == Texts{"a 1: 1=1", "b 2: 2=2", "c 1: 3=1"});
}

TEST_CASE("no more of a long file is kept than a map needs") {
    std::string text = "a,b\n";
    for (int i = 0; i < 2000; ++i) text += fmt::format("{},{}\n", i, std::string(41, 'x'));
    const Survey survey = survey_of(text);
    CHECK(survey.columns[0].values.size() == SurveyedColumn::most_values);
    CHECK(survey.columns[0].more_values);
    CHECK(survey.columns[0].filled == 2000);
    CHECK(survey.columns[1].values.empty());
    CHECK(survey.columns[1].more_values);
}

TEST_CASE("the forms of dates are counted") {
    const SurveyedColumn column =
        survey_of("d\n03/02/2026\n25/12/2026\n3/2/2026\n2026-02-03\nsoon\n").columns[0];
    CHECK(cells_in(column, "dd/mm/yyyy") == 2);
    CHECK(cells_in(column, "mm/dd/yyyy") == 1);
    CHECK(cells_in(column, "d/m/yyyy") == 3);
    CHECK(cells_in(column, "yyyy-mm-dd") == 1);
}

TEST_CASE("a header of nothing but columns is refused") {
    std::string text;
    for (int i = 0; i < 1001; ++i) text += fmt::format("c{},", i);
    CHECK_THROWS_AS(survey_of(text + "\n"), scr::Failure);
    CHECK_THROWS_AS(survey_of(""), scr::Failure);
}
