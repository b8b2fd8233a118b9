#include "scr/intake/column_map.hpp"

#include <doctest/doctest.h>

#include "intake/map_sample.hpp"

using namespace scr;
using namespace scr::intake;
using sample::map_faults;
using Texts = std::vector<std::string>;

TEST_CASE("a map says headers and codes and dates and what is ignored") {
    const auto map = sample::map(R"(ignore = ["Clerk", " Batch "]
[column.ref]
header = " Case No "
[column.died]
header = "DEATH_IND"
codes = { "1" = "yes", " 2 " = "NO", "9" = "unknown", "X" = "" }
[column.age]
codes = { "99" = "unknown", "A" = "17", "B" = 3 }
[column.died_on]
header = "Died"
date = "DD/MM/YYYY"
)");
    CHECK(map->name == "map.toml");
    CHECK(map->ignore == Texts{"Clerk", "Batch"});
    CHECK(map->find("ref")->header == "Case No");
    CHECK(map->find("age")->header == "age");
    CHECK(map->find("died_on")->date->text() == "dd/mm/yyyy");
    CHECK(map->find("setting") == nullptr);
    const auto& died = *map->find("died")->codes;
    CHECK(*died.find("2").answer == criteria::Answer::given(1));
    CHECK(*died.find("X").answer == criteria::Answer::blank());
    CHECK(*map->find("age")->codes->find("B").answer == criteria::Answer::given(3));
    const auto coded = map->coded_facts(sample::criteria());
    CHECK(coded[0] == &died);
    CHECK(coded[1] == nullptr);
}

TEST_CASE("an unknown column or key is refused with a suggestion") {
    CHECK(map_faults("[column.dyed]\nheader = \"D\"\n") ==
          Texts{"1:9 dyed: unknown column `dyed` | did you mean `died`?"});
    CHECK(map_faults("[column.died]\nheadr = \"D\"\n[colum.age]\n") ==
          Texts{"2:1 headr: unknown key `headr` in column `died` | did you mean `header`?",
                "3:2 colum: unknown key `colum` in the map | did you mean `column`?"});
}

TEST_CASE("ignore below a table is told where it belongs") {
    CHECK(map_faults("[column.died]\nignore = [\"a\"]\n") ==
          Texts{"2:1 ignore: `ignore` is no key of a column | put `ignore` above the first table"});
}

TEST_CASE("a value of another kind is refused") {
    CHECK(map_faults("ignore = \"a\"\n") ==
          Texts{"1:10 \"a\": `ignore` must be a list of headers | write `ignore = [\"Clerk\", "
                "\"Batch\"]`"});
    CHECK(map_faults("ignore = [1]\n") ==
          Texts{"1:11 1: `ignore` must be a list of headers | put each header in quotes"});
    CHECK(map_faults("column = 1\n") ==
          Texts{"1:10 1: `column` must be a table | write `[column.NAME]` above each column"});
    CHECK(map_faults("[column]\ndied = \"D\"\n") ==
          Texts{"2:8 \"D\": `died` must be a table | write `[column.died]` above its keys"});
    CHECK(map_faults("[column.died]\nheader = 7\ncodes = 7\n") ==
          Texts{"2:10 7: `header` must be a text in quotes",
                "3:9 7: `codes` must be a table | write `codes = { \"1\" = \"yes\" }`"});
    CHECK(map_faults("[column.died]\nheader = \" \"\n") ==
          Texts{"2:10 \" \": `header` is blank | write the name that stands in the file's header"});
}

TEST_CASE("codes stand for answers of a fact") {
    CHECK(map_faults("[column.died]\ncodes = { \"1\" = \"yess\", \"2\" = 2 }\n") ==
          Texts{"2:17 \"yess\": unknown answer for `died`: `yess` | did you mean `yes`?",
                "2:31 2: `2` must be a text in quotes"});
    CHECK(map_faults("[column.age]\ncodes = { \"A\" = \"121\" }\n") ==
          Texts{"2:17 \"121\": unknown answer for `age`: `121`"});
    CHECK(map_faults("[column.ref]\ncodes = { \"1\" = \"yes\" }\n") ==
          Texts{"2:1 codes: `ref` takes no codes"});
}

TEST_CASE("two codes that are the same are refused") {
    CHECK(map_faults("[column.died]\ncodes = { \"1\" = \"yes\", \" 1 \" = \"no\" }\n") ==
          Texts{"2:24 \" 1 \": two codes are the same: `1` | leave one of them out"});
    CHECK(map_faults("[column.died]\ncodes = { \"1\" = \"yes\", \"1\" = \"no\" }\n").size() == 1);
    CHECK(map_faults("[column.died]\ncodes = { \"1\" = \"?\", \" 1 \" = \"no\" }\n").size() == 2);
    CHECK(map_faults("[column.died]\ncodes = { \"a\" = \"yes\", \"A\" = \"no\" }\n").empty());
}

TEST_CASE("a header means one thing") {
    CHECK(map_faults("[column.died]\nheader = \"Case\"\n[column.ref]\nheader = \"CASE\"\n") ==
          Texts{"4:10 \"CASE\": the header `CASE` is there twice | leave one of them out"});
    CHECK(map_faults("ignore = [\"case\"]\n[column.ref]\nheader = \"Case\"\n") ==
          Texts{"1:11 \"case\": the header `case` is there twice | leave one of them out"});
    CHECK(map_faults("[column.died]\nheader = \"ref\"\n[column.ref]\n").size() == 1);
    CHECK(map_faults("[column.died]\nheader = \"ref\"\n[column.ref]\nheader = \"died\"\n").empty());
}

TEST_CASE("a form of a date is checked and belongs to a date") {
    CHECK(map_faults("[column.died_on]\ndate = \"dd/mm/yy\"\n") ==
          Texts{"2:8 \"dd/mm/yy\": `dd/mm/yy` is no form of a date | write for example `date = "
                "\"dd/mm/yyyy\"`"});
    CHECK(map_faults("[column.died]\ndate = \"dd/mm/yyyy\"\n") ==
          Texts{"2:1 date: `died` is no date"});
    CHECK(map_faults("[column.date_of_birth]\ndate = \"yyyymmdd\"\n").empty());
}

TEST_CASE("what a draft leaves open is refused") {
    CHECK(
        map_faults("[column.died]\nheader = \"? Dead\"\n[column.died.codes]\n\"7\" = \"?\"\n"
                   "[column.died_on]\ndate = \"?\"\n") ==
        Texts{"2:10 \"? Dead\": the header of `died` is a guess that nobody has confirmed | where "
              "it is right, take the `? ` out; where not, take the table out",
              "4:7 \"?\": the code `7` has no answer yet | write one of them in place of `?`",
              "6:8 \"?\": the form of `died_on` is not given yet | write for example `date = "
              "\"dd/mm/yyyy\"`"});
}

TEST_CASE("a fact that other criteria know may be a column") {
    CHECK(map_faults("[column.hurt]\ncodes = { \"1\" = \"badly\" }\n", {"hurt"}).empty());
    CHECK(map_faults("[column.hurt]\ncodes = { \"1\" = \"?\" }\n", {"hurt"}).size() == 1);
}
