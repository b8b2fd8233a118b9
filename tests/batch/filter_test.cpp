#include "scr/batch/filter.hpp"

#include <doctest/doctest.h>

#include <random>

#include "batch/sample.hpp"
#include "rounds.hpp"
#include "scr/failure.hpp"

using namespace scr::batch;
using namespace scr::batch::sample;

namespace {

/// `silence`: whether those counts were asked for.
void check_same(const Said& found, const Said& wanted, bool silence) {
    REQUIRE(found.rows == wanted.rows);
    REQUIRE(fmt::format("{}", fmt::join(found.rejected, "\n")) ==
            fmt::format("{}", fmt::join(wanted.rejected, "\n")));
    CHECK(found.records == wanted.records);
    CHECK(found.out_of_force == wanted.out_of_force);
    CHECK(found.counts.determined == wanted.counts.determined);
    CHECK(found.counts.possible == wanted.counts.possible);
    CHECK(found.counts.holding == wanted.counts.holding);
    CHECK(found.counts.missing == wanted.counts.missing);
    if (!silence) return;
    CHECK(found.counts.silent == wanted.counts.silent);
    CHECK(found.counts.assumed == wanted.counts.assumed);
}

void check(Run run, std::initializer_list<std::size_t> block_sizes) {
    INFO(run.text.substr(0, 2000));
    const Said wanted = screen_one_by_one(run);
    for (const std::size_t jobs : {1, 2, 8}) {
        run.options.jobs = jobs;
        for (const std::size_t block_size : block_sizes) {
            INFO(fmt::format("{} jobs, blocks of {}", jobs, block_size));
            run.block_size = block_size;
            check_same(screen(run), wanted, run.options.form == RowForm::ndjson);
        }
    }
}

FilterOptions form(RowForm rows, bool all_rows = true) {
    FilterOptions options;
    options.form = rows;
    options.all_rows = all_rows;
    options.keep = {"area"};
    return options;
}

/// One record of each kind: usual, in capitals, quoted in every way, blank lines, faults, dates.
const std::string tricky =
    "\xEF\xBB\xBFref,age,died,abuse_or_neglect,setting,incident_on,date_of_birth,died_on,area\r\n"
    "a1,9,yes,known,none,2018-05-01,,,North\n"
    "a2,9,YES,Known,none,2018-05-01,,,North\r\n"
    "\n"
    "\r\n"
    "\"a3\",\"17\",\"no\",suspected,\"none\",\"2018-05-01\",,,\"East, and West\"\n"
    "a4,17,no,none,,,,,\"two\nlines\"\n"
    "a5,17,no,none,,,,,\"a \"\"word\"\"\"\n"
    "\"a,\"\"6\"\"\",17,unknown,none,unknown,2013-01-01,,,\n"
    " a7 , 17 ,y,none,remand,2031-01-01,,, kept \n"
    "a8,,yes,known,,2018-05-01,2010-05-02,,x\n"
    "a9,7,yes,known,,2018-05-01,2010-05-02,,x\n"
    "b1,7,yes,known,,2018-02-30,,,x\n"
    "b2,7,yes,known\n"
    "b3,7,yes,known,,,,,x,y\n"
    "b4,7,ye\"s,known,,,,,x\n"
    "b5,7,\"yes\"x,known,,,,,x\n"
    "b6,7,yes,suspectd,,,,,\"open, and\nclosed\"\n"
    "b7,121,yes,known,,,,,\n"
    "b8,,,,,,,,\n"
    ",,,,,,,,\n"
    "c1,7,yes,known,,,,,caf\xC3\xA9\n"
    "c2,7,yes,known,,,,,caf\xE9\n"
    "c3,7,yes,known,young_offender_institution,,,,y\rz\n"
    "c4,7,yes,known,,,,,\"\"\n"
    "c5,007,yes,known,,,,,\n"
    "c6,1,0,none,sentenced,,,,last without an end";

const std::string tricky_lines =
    "{\"ref\":\"a1\",\"age\":9,\"died\":true,\"abuse_or_neglect\":\"known\"}\n"
    "\n"
    "{\"ref\":\"a2\",\"age\":\"9\",\"died\":\"YES\",\"area\":\"caf\xC3\xA9\"}\r\n"
    "{\"ref\":\"a3\",\"age\":9,\"died\":true,\"abuse_or_neglect\"\n"
    "{\"ref\":\"a4\",\"age\":9.5}\n"
    "{\"ref\":\"a\\\"5\",\"setting\":null,\"died\":\"no\"}\n"
    "{\"ref\":\"a6\",\"died\":{\"value\":\"yes\",\"source\":\"s\"}}\n"
    "{\"ref\":\"a7\",\"died\":true,\"died\":false}\n"
    "{\"ref\":\"a8\",\"dyed\":true}\n"
    "[1]\n"
    "{\"ref\":\"a9\",\"died\":yes}\n"
    "{\"ref\":\"aa\",\"died\":tru}\n"
    "{\"ref\":\"ab\",\"age\":007}\n"
    "{\"ref\":\"ac\",\"age\":-1}\n"
    "{\"ref\":\"ad\",\"died\":\"yes\"} {}\n"
    "{\"ref\":\"ae\",\"died\":\"yes\",}\n"
    "{\"ref\":\"af\",\"died\":\"y\\u0065s\"}\n"
    "{\"ref\":\"ag\",\"di\\u0065d\":\"yes\"}\n"
    "{\"ref\":\"ah\",\"died\":\"yes\"\n"
    "{\"ref\":\"ai\",\"died\":\"ye\ts\"}\n"
    " { \"ref\" : \"aj\" , \"died\" : \"yes\" , \"area\" : true } \n"
    "{\"ref\":17,\"died\":false,\"age\":null,\"agency\":true}\n"
    "{\"ref\":\"b1\",\"died\":\"ye\xE9s\"}\n"
    "{\"ref\":\"b2\",\"incident_on\":\"2018-02-30\"}\n"
    "{\"ref\":\"b3\",\"incident_on\":\"2031-02-28\",\"area\":7}\n"
    "{\"ref\":\"b4\",\"suspected_suicide\":true,\"died\":false}\n"
    "{}\n"
    "{\"ref\":\"b5\",\"age\":17,\"died\":1}";

std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> pieces{
        "yes", "no",   "unknown",  "",     "7", "17",      "known",     "none", "a",
        "\"",  "\"\"", ",",        ",",    ",", ",",       "\n",        "\n",   " ",
        "\r",  "\r\n", "\xC3\xA9", "\xFF", "x", "\"a,b\"", "2018-05-01"};
    std::string text = "ref,died,age,area\n";
    const auto count = random() % 60;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    return text;
}

/// Lines of JSON of which most are records and the others nearly are.
std::string random_lines(std::mt19937& random) {
    static const std::vector<std::string> members{"\"ref\":\"a\"",
                                                  "\"ref\" : \"b c\"",
                                                  "\"ref\":17",
                                                  "\"ref\":-5",
                                                  "\"ref\":true",
                                                  "\"ref\":\"\xC3\xA9\"",
                                                  "\"ref\":\"\xFF\"",
                                                  "\"ref\":\"a\\u0062\"",
                                                  "\"ref\":\"a\tb\"",
                                                  "\"died\":\"yes\"",
                                                  "\"died\":\"no\"",
                                                  "\"died\":true",
                                                  "\"died\":1",
                                                  "\"died\":1.0",
                                                  "\"died\":-1",
                                                  "\"died\":\"YES\"",
                                                  "\"died\":null",
                                                  "\"died\":nul",
                                                  "\"died\": \"yes\" ",
                                                  "\"died\"\t:\r\"no\"",
                                                  "\"age\":17",
                                                  "\"age\":017",
                                                  "\"age\":-0",
                                                  "\"age\":0",
                                                  "\"age\":1e1",
                                                  "\"age\":99999999999999999999",
                                                  "\"age\":\"7\"",
                                                  "\"deprived_of_liberty_mca\":\"no\"",
                                                  "\"deprived_of_liberty_mcb\":\"no\"",
                                                  "\"abuse_or_neglect\":\"known\"",
                                                  "\"incident_on\":\"2018-05-01\"",
                                                  "\"incident_on\":\"2018-02-30\"",
                                                  "\"date_of_birth\":\"2018-05-01\"",
                                                  "\"area\":\"x,y\"",
                                                  "\"area\":{\"value\":1}",
                                                  "\"di\\u0065d\":\"yes\"",
                                                  "\"died\":{\"value\":\"yes\"}"};
    static const std::string slips = "\"\"{}[]:,\\ \t\r\n07-e.\xC3\xFF\x01";
    std::string text = "{\"died\":true}\n";
    for (auto lines = random() % 12; lines > 0; --lines) {
        std::string line = "{";
        for (auto count = random() % 5; count > 0; --count)
            line += members[random() % members.size()] + (count > 1 ? "," : "");
        line += random() % 8 == 0 ? " }\r" : "}";
        if (random() % 4 == 0)
            line.insert(random() % (line.size() + 1), 1, slips[random() % slips.size()]);
        if (random() % 10 == 0) line.erase(random() % line.size(), 1);
        text += line + (lines == 1 && random() % 2 == 0 ? "" : "\n");
    }
    return text;
}

}  // namespace

/// Every size, or every eleventh where the sanitizers are on.
constexpr std::size_t step = scr::test::rounds(11) == 11 ? 1 : 11;

TEST_CASE("blocks may end at any byte of a tricky file") {
    for (const RowForm rows : {RowForm::csv, RowForm::ndjson}) {
        Run run{tricky, form(rows)};
        const Said wanted = screen_one_by_one(run);
        REQUIRE(wanted.rejected.size() >= 8);
        for (std::size_t size = 1; size <= tricky.size() + 1; size += step) {
            INFO(fmt::format("blocks of {}", size));
            run.block_size = size;
            run.options.jobs = 1 + size % 3;
            check_same(screen(run), wanted, rows == RowForm::ndjson);
        }
    }
}

TEST_CASE("blocks may end at any byte of tricky lines of JSON") {
    for (const RowForm rows : {RowForm::csv, RowForm::ndjson}) {
        Run run{tricky_lines, form(rows)};
        const Said wanted = screen_one_by_one(run);
        REQUIRE(wanted.rejected.size() >= 7);
        for (std::size_t size = 1; size <= tricky_lines.size() + 1; size += step) {
            INFO(fmt::format("blocks of {}", size));
            run.block_size = size;
            run.options.jobs = 1 + size % 3;
            check_same(screen(run), wanted, rows == RowForm::ndjson);
        }
    }
}

/// Some hundred records in a row, of which most are plain, with references of any length.
std::string long_csv(std::mt19937& random) {
    static const std::vector<std::string> slips{
        "a,YES,17,", "\"a,b\",yes,7,x", " a ,no,,",         "a,ye s,7,x",
        "a,yes",     "a,yes,007,",      "a,\"y\"\"es\",7,", "a,\"yes\",\"7\",\"two\nlines\"",
        "",          "a\xE9,no,7,",     "a\"b,no,7,",       "a,no,7,x\r"};
    static const std::vector<std::string> answers{",yes,", ",no,", ",unknown,", ",,"};
    std::string text = "ref,died,age,area\n";
    const auto slip_in = 1 + random() % 40;
    for (auto count = 50 + random() % 150; count > 0; --count) {
        if (random() % slip_in == 0) {
            text += slips[random() % slips.size()] + '\n';
            continue;
        }
        text += std::string(random() % 8 == 0 ? random() % 150 : random() % 20, 'r');
        text += answers[random() % answers.size()] + std::to_string(random() % 20) + ",area";
        text += std::to_string(random() % 300) + '\n';
    }
    return text;
}

/// Texts made by `make`, in blocks of at most `largest` bytes.
void check_random_texts(std::string (*make)(std::mt19937&), unsigned seed, unsigned largest,
                        int rounds = 3'000) {
    std::mt19937 random(seed);
    for (int i = 0; i < scr::test::rounds(rounds); ++i) {
        Run run{make(random), form(i % 2 == 0 ? RowForm::csv : RowForm::ndjson)};
        if (i % 4 == 0) run.options.keep = {};
        INFO(run.text);
        const Said wanted = screen_one_by_one(run);
        run.block_size = 1 + random() % largest;
        run.options.jobs = 1 + random() % 3;
        check_same(screen(run), wanted, run.options.form == RowForm::ndjson);
    }
}

TEST_CASE("any text gives the same in blocks as one by one") {
    check_random_texts(random_text, 12, 100);
}

TEST_CASE("groups of plain records give the same as one by one") {
    check_random_texts(long_csv, 16, 4'000, 400);
}

TEST_CASE("an unusual record may stand anywhere in a group") {
    for (std::size_t at = 0; at < 40; ++at) {
        std::string text = "ref,died,area\n";
        for (std::size_t i = 0; i < 40; ++i)
            text += fmt::format("r{},{},a{}\n", i, i == at ? "YES" : "yes", i);
        // Behind the last whole group as well, and a block more so that there is a table.
        check({text + text.substr(text.find('\n') + 1), form(RowForm::csv)}, {text.size(), 100});
    }
}

TEST_CASE("a file without references has blank ones") {
    Run run{"died,age\nyes,7\nno,9\n\"no\",9\nyes,7\n", form(RowForm::csv)};
    run.options.keep = {};
    check(run, {8, 20, 1000});
}

TEST_CASE("any lines of JSON give the same in blocks as one by one") {
    check_random_texts(random_lines, 8259, 300);
}

TEST_CASE("kept values stay what they were in blocks as one by one") {
    const std::string lines =
        "{\"ref\":\"a1\",\"died\":true,\"x\":7,\"area\":\"7\"}\n"
        "{\"ref\":\"a2\",\"died\":true,\"x\":null,\"area\":null}\n"
        "{\"ref\":\"a3\",\"died\":true,\"x\":\"\"}\n"
        "{\"ref\":\"a4\",\"died\":true}\n"
        "{\"ref\":\"a5\",\"died\":true,\"x\":true,\"age\":null}\r\n"
        "{\"ref\":\"a6\",\"died\":true,\"x\":-0,\"age\":9}\n"
        "{\"ref\":\"a7\",\"died\":true,\"x\":1.50}\n"
        "{\"ref\":\"a8\",\"died\":true,\"x\":[1,\t{\"y\":\"\\t\"}\r]}\n"
        "{\"ref\":\"a9\",\"died\":maybe,\"x\":1}\n"
        "{\"ref\":\"b1\",\"died\":\"y\\u0065s\",\"x\":\"nul\\u0041\"}\n"
        "{\"ref\":\"b2\",\"died\":\"y\\u0065s\",\"x\":null}\n"
        "{\"ref\":\"b3\",\"died\":\"y\\u0065s\"}\n";
    for (const RowForm rows : {RowForm::csv, RowForm::ndjson}) {
        Run run{lines, form(rows)};
        run.options.keep = {"x", "area", "age", "nope"};
        check(run, {1, 60, 100, 100'000});
    }
    Run run{lines, form(RowForm::ndjson)};
    run.options.keep = {"x"};
    const std::string found = screen(run).rows;
    for (const std::string value : {"7", "null", "\"\"", "null", "true", "-0", "1.50",
                                    "[1, {\"y\":\"\\t\"} ]", "null", "\"nulA\"", "null", "null"}) {
        CAPTURE(value);
        CHECK(found.find(",\"x\":" + value + "}\n") != std::string::npos);
    }
}

TEST_CASE("any values are kept in blocks as one by one") {
    static const std::vector<std::string> values{
        "7", "-1", "-0", "null", "true", "1.5", "\"a\"", "\"\\u0061\"", "[]", "{}", "\"\"", "nul"};
    std::mt19937 random(627);
    for (int i = 0; i < scr::test::rounds(200); ++i) {
        std::string text = "{\"died\":true}\n";
        for (auto lines = random() % 12; lines > 0; --lines) {
            text += "{\"died\":\"yes\"";
            for (const std::string key : {"x", "area", "ref", "age"}) {
                if (random() % 2 == 0)
                    text += ",\"" + key + "\":" + values[random() % values.size()];
            }
            text += "}\n";
        }
        Run run{text, form(i % 2 == 0 ? RowForm::csv : RowForm::ndjson)};
        run.options.keep = {"x", "area", "ref", "age"};
        INFO(run.text);
        const Said wanted = screen_one_by_one(run);
        run.block_size = 1 + random() % 300;
        run.options.jobs = 1 + random() % 3;
        check_same(screen(run), wanted, run.options.form == RowForm::ndjson);
    }
}

TEST_CASE("silence and blanks read as unknown are told alike") {
    Run run{tricky, form(RowForm::ndjson, false)};
    run.options.blanks = scr::criteria::Blanks::as_unknown;
    check(run, {7, 100, 100'000});
    run.options.form = RowForm::csv;
    check(run, {7, 100, 100'000});
}

TEST_CASE("another delimiter is followed as the comma is") {
    std::string text = tricky;
    std::replace(text.begin(), text.end(), ',', ';');
    Run run{text, form(RowForm::csv)};
    run.delimiter = ';';
    check(run, {1, 64, 1000});
}

TEST_CASE("a record too long to be kept costs that record alone") {
    const std::string long_text(std::size_t{3} << 20, 'x');
    const std::string header = "ref,died,area\n";
    check({header + "a,yes,b\nb," + long_text + ",c\nc,no,d\n", form(RowForm::csv)},
          {1000, 1 << 17});
    check({header + "a,yes,b\nb,\"" + long_text + "\n\n\",c\nc,no,d\n", form(RowForm::csv)},
          {1000});
    check({header + "a,yes,b\nb,\"" + long_text + "\n\nc,no,d\n", form(RowForm::csv)}, {1000});
    check({"{\"died\":true}\n{\"ref\":\"" + long_text + "\"}\n{\"died\":false}\n",
           form(RowForm::ndjson)},
          {1000, 1 << 17});
}

TEST_CASE("records before the first fact of lines of JSON are judged as they are one by one") {
    std::string text;
    for (int i = 0; i < 1'500; ++i) text += "{\"ref\":\"a\"}\n";
    check({text, form(RowForm::ndjson)}, {100, 1 << 17});
    check({text + "{\"died\":true}\n{\"ref\":\"b\"}\n", form(RowForm::ndjson)}, {100, 1 << 17});
    check({"{\"ref\":\"a\"}\n{\"died\":true}\n{\"ref\":\"b\"}\n", form(RowForm::ndjson)},
          {1, 1000});
}

TEST_CASE("a reader that leaves ends the run") {
    struct Leaving final : FilterSink {
        void rows(std::string_view) override { throw std::runtime_error("gone"); }
        void rejected(const std::string&, const scr::casework::RejectedRecord&) override {}
    };
    std::string text = "ref,died\n";
    for (int i = 0; i < 5'000; ++i) text += "a,yes\n";
    for (const std::size_t jobs : {1, 2, 8}) {
        std::istringstream stream(text);
        scr::intake::ReadOptions read;
        read.block_size = 500;
        scr::intake::RecordReader reader(stream, criteria(), read);
        FilterOptions options;
        options.jobs = jobs;
        Leaving sink;
        CHECK_THROWS_AS(run_filter({{"a.csv", &reader}}, criteria(), options, sink),
                        std::runtime_error);
    }
}
