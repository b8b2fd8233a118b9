// A file in another's names: what is looked up in a table says what is read cell by cell.

#include <doctest/doctest.h>

#include <random>

#include "batch/sample.hpp"
#include "rounds.hpp"

using namespace scr::batch;
using namespace scr::batch::sample;

namespace {

constexpr std::string_view senders_map = R"(
[column.ref]
header = "No"
[column.died]
header = "DEATH"
codes = { "1" = "no", "2" = "yes", "" = "unknown", "null" = "no", "a\\b" = "yes", "é" = "yes" }
[column.abuse_or_neglect]
header = "CAT"
codes = { "Nein" = "none", "NEIN" = "known", "S" = "suspected", "longer than sixteen" = "known" }
[column.age]
codes = { "99" = "unknown", "U" = "" }
[column.incident_on]
header = "Day"
date = "d/m/yyyy"
)";

const std::vector<std::string> senders_cells{"1",         "2",        "",
                                             " 1 ",       "null",     "a\\b",
                                             "é",         "yes",      "NO",
                                             "true",      "y",        "0",
                                             "Nein",      "NEIN",     "nein",
                                             "s",         "S",        "longer than sixteen",
                                             "99",        "u",        "17",
                                             "-1",        "none",     "KNOWN",
                                             "unknown",   "x\"y",     "longer than sixteem",
                                             "7",         "1/2/2018", "30/2/2018",
                                             "2018-02-01"};

Run mapped(std::string text, RowForm rows) {
    FilterOptions options;
    options.form = rows;
    options.all_rows = true;
    options.keep = {"CAT"};
    Run run{std::move(text), options};
    run.map = map(senders_map);
    return run;
}

/// `Day` mostly holds a date, so that some records are taken.
std::string cell(std::mt19937& random, bool day) {
    return day && random() % 4 != 0 ? "03/02/2018" : senders_cells[random() % senders_cells.size()];
}

std::string csv(std::mt19937& random, std::size_t records) {
    std::string text = "Day,CAT,No,DEATH,age\n";
    for (std::size_t i = 0; i < records; ++i) {
        for (int column = 0; column < 5; ++column) {
            if (column > 0) text += ',';
            text += scr::text::csv_cell(cell(random, column == 0));
        }
        text += '\n';
    }
    return text;
}

std::string json_value(std::mt19937& random, bool day) {
    static const std::vector<std::string> bare{"1",    "2",     "99", "null",
                                               "true", "false", "17", "\"\""};
    return random() % 3 == 0 ? bare[random() % bare.size()]
                             : scr::text::json_string(cell(random, day));
}

std::string ndjson(std::mt19937& random, std::size_t records) {
    static const std::vector<std::string> keys{"Day", "CAT", "No", "DEATH", "age"};
    std::string text = "{\"DEATH\":1}\n";
    for (std::size_t i = 0; i < records; ++i) {
        text += "{\"area\":\"n\"";
        for (const auto& key : keys) {
            if (random() % 5 == 0) continue;
            text += fmt::format(",\"{}\":{}", key, json_value(random, key == "Day"));
        }
        if (random() % 20 == 0) text += ",\"died\":\"yes\"";
        text += "}\n";
    }
    return text;
}

void check_both_ways(Run run) {
    INFO(run.text);
    const Said wanted = screen_one_by_one(run);
    run.block_size = 200;
    for (const std::size_t jobs : {1, 3}) {
        run.options.jobs = jobs;
        const Said found = screen(run);
        CHECK(found.rows == wanted.rows);
        CHECK(fmt::format("{}", fmt::join(found.rejected, "\n")) ==
              fmt::format("{}", fmt::join(wanted.rejected, "\n")));
    }
}

}  // namespace

TEST_CASE("codes and forms of dates say the same in blocks as one by one") {
    std::mt19937 random(7);
    for (int i = 0; i < scr::test::rounds(300); ++i) {
        const RowForm rows = i % 2 == 0 ? RowForm::csv : RowForm::ndjson;
        check_both_ways(mapped(csv(random, 20), rows));
        check_both_ways(mapped(ndjson(random, 20), rows));
    }
}

TEST_CASE("keys are met in blocks too") {
    const Run run = mapped("{\"DEATH\":1}\n{\"No\":\"a\",\"CAT\":\"S\",\"age\":1}\n", RowForm::csv);
    std::istringstream stream(run.text);
    scr::intake::RecordReader reader(stream, criteria(), run.read_options());
    Said said;
    Keeper keeper(said);
    run_filter({{"a.ndjson", &reader}}, criteria(), run.options, keeper);
    CHECK(reader.mapped_and_not_met() == std::vector<std::string>{"`Day` (our `incident_on`)"});
}

TEST_CASE("records in codes are plain ones") {
    std::istringstream stream("Day,CAT,No,DEATH,age\n3/2/2018,s,A,2,99\n");
    scr::intake::ReadOptions options;
    options.map = map(senders_map);
    scr::intake::RecordReader reader(stream, criteria(), options);
    const auto table = scr::criteria::ScreeningTable::make(
        criteria(), scr::criteria::Blanks::take_default,
        scr::criteria::ScreeningTable::Silence::told, reader.coded_facts());
    REQUIRE(reader.begin_blocks());
    scr::intake::Block block;
    REQUIRE(reader.next_block(block));
    const auto parser = reader.block_parser(table.get());
    parser->begin(block);
    scr::intake::BlockParser::Group plain;
    scr::intake::BlockParser::Other other;
    CHECK(parser->next(plain, other) == scr::intake::BlockParser::Behind::end);
    REQUIRE(plain.size() == 1);
    CHECK(plain.front().ref == "A");
    CHECK(plain.front().regime_date == scr::record::parse_civil_date("2018-02-03"));
}
