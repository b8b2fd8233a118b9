#include "scr/criteria/screening_table.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "criteria/random_criteria.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

using namespace scr::criteria;
using Silence = ScreeningTable::Silence;

namespace {

std::string written(const Fact& fact, const Answer& answer) {
    if (answer.state == Answer::State::blank) return "";
    return answer.state == Answer::State::unknown ? "unknown" : fact.text_of(answer.value);
}

Code code_of(const ScreeningTable& table, std::size_t fact, std::string cell) {
    const std::size_t length = cell.size();
    cell.resize(length + CellCodes::readable, 'x');
    const CellCodes& cells = table.cells(fact);
    const Code code = cells.find(cell.data(), length);
    if (cells.all_short()) REQUIRE(cells.finder().find_short(cell.data(), length) == code);
    return code;
}

/// Screens a record by both and compares. Whether it was contradictory.
bool compare(const Screener& screener, const ScreeningTable& table, const Answers& answers,
             Blanks blanks) {
    const Criteria& criteria = screener.criteria();
    std::vector<Code> codes;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        codes.push_back(code_of(table, i, written(criteria.facts[i], answers[i])));
        REQUIRE(codes.back() != CellCodes::unusual);
    }
    const Screening wanted = screener.screen(answers, blanks);
    Verdict verdict;
    REQUIRE(table.screen(codes.data(), verdict) != wanted.contradictory());
    if (wanted.contradictory()) return true;
    const Screening found = table.screening(verdict);
    REQUIRE(found.findings.size() == wanted.findings.size());
    for (std::size_t i = 0; i < wanted.findings.size(); ++i)
        CHECK(found.findings[i].possible == wanted.findings[i].possible);
    CHECK(found.criteria == wanted.criteria);
    CHECK(found.missing == wanted.missing);
    CHECK(found.assumed == wanted.assumed);
    auto silent = wanted.reading.from_silence;
    std::sort(silent.begin(), silent.end());
    CHECK(found.reading.from_silence == silent);
    return false;
}

Answers any_record(const Criteria& criteria, std::mt19937& random) {
    Answers answers;
    for (const Fact& fact : criteria.facts) {
        const auto kind = random() % 8;
        const auto count =
            fact.type == FactType::integer
                ? static_cast<std::uint64_t>(std::min<std::int64_t>(25, fact.most - fact.least + 1))
                : fact.choices.size();
        const auto least = fact.type == FactType::integer ? fact.least : 0;
        answers.push_back(kind == 0 ? Answer::unknown()
                          : kind == 1
                              ? Answer::blank()
                              : Answer::given(least + static_cast<std::int64_t>(random() % count)));
    }
    return answers;
}

Criteria load(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return scr::criteria_toml::load(content.str(), path.string()).result.criteria.value();
}

}  // namespace

TEST_CASE("the table agrees with the screener on random criteria files and random partial facts") {
    std::mt19937 random(2017);
    int contradictory = 0;
    for (int i = 0; i < 3'000; ++i) {
        const std::string text = oracle::random_criteria_text(random);
        INFO(text);
        const Criteria criteria =
            scr::criteria_toml::load(text, "random.toml").result.criteria.value();
        const Screener screener(criteria);
        for (const Blanks blanks : {Blanks::take_default, Blanks::as_unknown}) {
            const auto table = ScreeningTable::make(criteria, blanks, Silence::told);
            REQUIRE(table);
            for (int record = 0; record < 8; ++record) {
                const Answers answers = oracle::random_answers(criteria, random);
                contradictory += compare(screener, *table, answers, blanks);
            }
        }
    }
    CHECK(contradictory > 500);
}

TEST_CASE("the table agrees with the screener on every shipped criteria file") {
    std::mt19937 random(2018);
    const std::filesystem::path folder{SCR_SOURCE_DIR "/data/criteria"};
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".toml") continue;
        INFO(entry.path().string());
        const Criteria criteria = load(entry.path());
        const Screener screener(criteria);
        const auto table = ScreeningTable::make(criteria, Blanks::take_default, Silence::told);
        REQUIRE(table);
        for (int record = 0; record < 2'000; ++record) {
            compare(screener, *table, any_record(criteria, random), Blanks::take_default);
        }
    }
}

TEST_CASE("a table that is not asked for silence tells none") {
    const Criteria criteria = load(SCR_SOURCE_DIR "/data/criteria/scr-2015.toml");
    const auto table = ScreeningTable::make(criteria, Blanks::take_default, Silence::left_out);
    std::vector<Code> blanks;
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) blanks.push_back(table->blank(i));
    Verdict verdict;
    REQUIRE(table->screen(blanks.data(), verdict));
    CHECK(verdict.silent == 0);
    CHECK(verdict.assumed == 0);
    CHECK(table->screening(verdict).missing.size() > 1);
}

TEST_CASE("a cell is found by what is written in it and by nothing else") {
    const Criteria criteria = load(SCR_SOURCE_DIR "/data/criteria/scr-2015.toml");
    const auto table = ScreeningTable::make(criteria, Blanks::take_default, Silence::left_out);
    const auto code = [&](std::string_view fact, const std::string& cell) {
        return code_of(*table, criteria.fact_of(fact).value(), cell);
    };
    CHECK(code("died", "yes") == code("died", "Y"));
    CHECK(code("died", "yes") == code("died", "True"));
    CHECK(code("died", "yes") != code("died", "no"));
    CHECK(code("died", "0") == code("died", "no"));
    CHECK(code("age", "17") != code("age", "18"));
    CHECK(code("age", "120") == code("age", "18"));
    for (const std::string cell : {"yess", "ye", " yes", "yEs", "2", "suspected", "\"yes\"",
                                   "unknown and thirty-two more bytes of it"})
        CHECK(code("died", cell) == CellCodes::unusual);
    for (const std::string cell : {"121", "-1", "yes", "007", "1 7"})
        CHECK(code("age", cell) == CellCodes::unusual);
    CHECK(table->cells(criteria.fact_of("died").value()).all_short());
    CHECK_FALSE(table->cells(criteria.fact_of("working_together").value()).all_short());
    CHECK(code("working_together", "no_concern_definitive") != CellCodes::unusual);
    for (const std::string cell : {"no_concern_definitivE", "no_concern_defini", "no_concern_defin",
                                   "no_concern_definitive!"})
        CHECK(code("working_together", cell) == CellCodes::unusual);
}
