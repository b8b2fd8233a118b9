// Records of files in another's names, read through a map.

#include <doctest/doctest.h>

#include <sstream>

#include "intake/map_sample.hpp"
#include "scr/failure.hpp"

using namespace scr;
using namespace scr::intake;
using sample::only_refusal;
using sample::read_texts;
using sample::with_map;
using Texts = std::vector<std::string>;

namespace {

constexpr std::string_view case_map = R"(ignore = ["Clerk"]
[column.ref]
header = "Case No"
[column.died]
header = "DEATH_IND"
codes = { "1" = "no", "2" = "yes", "9" = "unknown", "" = "unknown", "true" = "no" }
[column.died_on]
header = "Date"
date = "dd/mm/yyyy"
)";

Failure header_failure(const std::string& text, ReadOptions options) {
    try {
        sample::read_all(text, std::move(options));
    } catch (const Failure& failure) {
        return failure;
    }
    throw std::logic_error("nothing was refused");
}

ReadOptions keeping(std::string_view map, std::string column) {
    ReadOptions options = with_map(map);
    options.keep = {std::move(column)};
    return options;
}

}  // namespace

TEST_CASE("a file in other names and codes is read as ours") {
    CHECK(read_texts("Case No,death_ind,Clerk,Date,setting\n"
                     "A1,2,x,03/02/2026,remand\nA2, 1 ,,,\nA3,,,,Remand\nA4,yes,,,\n",
                     with_map(case_map)) ==
          Texts{"2 ref=A1 died_on=2026-02-03 died=yes setting=remand", "3 ref=A2 died=no",
                "4 ref=A3 died=unknown setting=remand", "5 ref=A4 died=yes"});
}

TEST_CASE("keys of JSON are renamed and codes are values as written") {
    const std::string lines =
        "{\"Case No\":\"A1\",\"DEATH_IND\":2,\"Date\":\"03/02/2026\"}\n"
        "{\"Case No\":\"A2\",\"DEATH_IND\":\"1\",\"Clerk\":[1]}\n"
        "{\"Case No\":\"A3\",\"DEATH_IND\":true}\n"
        "{\"Case No\":\"A4\",\"DEATH_IND\":null}\n"
        "{\"Case No\":\"A5\"}\n"
        "{\"Case No\":\"A6\",\"DEATH_IND\":{\"value\":9,\"source\":\"s\"}}\n";
    CHECK(read_texts(lines, with_map(case_map)) ==
          Texts{"1 ref=A1 died_on=2026-02-03 died=yes", "2 ref=A2 died=no", "3 ref=A3 died=no",
                "4 ref=A4 died=unknown", "5 ref=A5 died=unknown", "6 ref=A6 died=unknown (s|||)"});
}

TEST_CASE("a key that the map names and no line has is told at the end") {
    const auto not_met = [](const std::string& text) {
        std::istringstream stream(text);
        RecordReader reader(stream, sample::criteria(), with_map(case_map));
        sample::Results::value_type record;
        while (reader.next(record)) {
        }
        return reader.mapped_and_not_met();
    };
    CHECK(not_met("{\"Case No\":\"A\",\"age\":1}\n{\"Date\":null}\n") ==
          Texts{"`DEATH_IND` (our `died`)"});
    CHECK(not_met("{\"case no\":\"A\",\"DEATH_IND\":1,\"Date\":\"\"}\n").empty());
    CHECK(not_met("Case No,DEATH_IND,Date\n").empty());
}

TEST_CASE("a short answer that is no code is refused where it stands") {
    const auto csv = only_refusal("Case No,DEATH_IND,Date\nA1,7,\n", with_map(case_map));
    CHECK(sample::to_text(csv) ==
          "refused: DEATH_IND@2 (A1): not among the codes of the map for `died`: `7`");
    CHECK_FALSE(csv.help.empty());
    for (const char* const value : {"false", "\"y\"", "0", "\"\\u0031x\""}) {
        CAPTURE(value);
        const auto json = only_refusal(
            std::string("{\"Case No\":\"A1\",\"DEATH_IND\":") + value + "}\n", with_map(case_map));
        CHECK(json.field == "DEATH_IND");
        CHECK(json.problem.starts_with("not among the codes of the map for `died`"));
    }
}

TEST_CASE("a date in another form is refused with the form that the map gives") {
    for (const char* const date : {"2026-02-03", "3/2/2026", "03-02-2026"}) {
        CAPTURE(date);
        const auto refused = only_refusal(
            std::string("Case No,DEATH_IND,Date\nA1,1,") + date + "\n", with_map(case_map));
        CHECK(refused.field == "Date");
        CHECK(refused.problem == "`died_on` is not a date in the form `dd/mm/yyyy`");
        CHECK(refused.help.find("`03/02/2026`") != std::string::npos);
    }
    CHECK(only_refusal("Case No,DEATH_IND,Date\nA1,1,30/02/2026\n", with_map(case_map)).problem ==
          "`died_on` names a day that does not exist");
}

TEST_CASE("a refusal that compares columns names the file's") {
    const auto refused = only_refusal(
        "date_of_birth,Date,Case No,DEATH_IND\n2027-01-01,03/02/2026,A,1\n", with_map(case_map));
    CHECK(sample::to_text(refused) == "refused: Date@2 (A): `died_on` lies before `date_of_birth`");
}

TEST_CASE("what the map names and the file lacks is refused with a suggestion") {
    const auto failure = header_failure("Case No,DEATH IND,setting\n", with_map(case_map));
    CHECK(failure.what() ==
          std::string("no columns `DEATH_IND` (our `died`) and `Date` (our `died_on`)"));
    CHECK(failure.where() == "standard input:1");
    CHECK(failure.note() == "`map.toml` names what the file should have");
    CHECK(failure.help() == "DEATH_IND: did you mean `DEATH IND`?");
    CHECK(header_failure("setting,age\n", with_map("[column.died]\n")).help() ==
          "correct `header` in the map, or take the table out");
}

TEST_CASE("an unknown column beside those of the map is refused") {
    const auto failure = header_failure("Case No,DEATH_IND,Date,Notes\n", with_map(case_map));
    CHECK(failure.what() == std::string("unknown column `Notes`"));
    CHECK(failure.help() ==
          "put what is not needed under `ignore` in the map, and give the rest tables");
    CHECK(header_failure("Case No,DEATH_IND,Date,Clark\n", with_map(case_map)).help() ==
          "did you mean `Clerk`?");
    ReadOptions extra = with_map(case_map);
    extra.ignore_extra = true;
    CHECK(read_texts("Case No,DEATH_IND,Date,Clark\nA,2,,x\n", extra) == Texts{"2 ref=A died=yes"});
}

TEST_CASE("two columns that would feed one are refused") {
    ReadOptions extra = with_map(case_map);
    extra.ignore_extra = true;
    const auto failure = header_failure("Case No,DEATH_IND,Date,Died\n", extra);
    CHECK(failure.what() == std::string("two columns for `died`: `DEATH_IND` and `Died`"));
    CHECK(failure.help() == "put `Died` under `ignore` in the map, or correct the map");
    const auto refused =
        only_refusal("{\"Case No\":\"A1\",\"DEATH_IND\":2,\"died\":\"no\"}\n", extra);
    CHECK(sample::to_text(refused) == "refused: died (A1): the key `died` is not read");
    CHECK(header_failure("Case No,DEATH_IND,Date,death_ind\n", extra).what() ==
          std::string("column `DEATH_IND` is there twice, as no. 2 and no. 4"));
}

TEST_CASE("the map goes before our names") {
    CHECK(read_texts("agency,ref,died\nA1,N,yes\n",
                     with_map("[column.ref]\nheader = \"agency\"\n[column.agency]\nheader = "
                              "\"ref\"\n")) == Texts{"2 ref=A1 agency=N died=yes"});
    CHECK(read_texts("area,died\nA1,yes\n", with_map("[column.ref]\nheader = \"area\"\n")) ==
          Texts{"2 ref=A1 died=yes"});
    CHECK(read_texts("ref,died,area\nA1,yes,N\n", with_map("ignore = [\"area\"]\n")) ==
          Texts{"2 ref=A1 died=yes"});
}

TEST_CASE("what is kept and what stands for a header are the sender's names") {
    CHECK(read_texts("Case No,DEATH_IND,Date,Clerk\nA,2,,x\n", keeping(case_map, "death_ind")) ==
          Texts{"2 ref=A died=yes [2]"});
    CHECK(read_texts("Case No,DEATH_IND,Date,Clerk\nA,2,,x\n", keeping(case_map, "Clerk")) ==
          Texts{"2 ref=A died=yes [x]"});
    ReadOptions headless = with_map(case_map);
    headless.header = "Case No,DEATH_IND,Date";
    CHECK(read_texts("A,2,03/02/2026\n", headless) == Texts{"1 ref=A died_on=2026-02-03 died=yes"});
}
