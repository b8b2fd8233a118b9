#include "criteria_toml/file_part.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace scr::criteria_toml;

namespace {

const std::string head = "# a file\n[criteria]\nid = \"a\"\n\n";
const std::string rules = "[fact.lit]\nask = \"Lit?\"\n[[criterion]]\nid = \"c\"\n";
const std::string tail = "[[example]]\nname = \"one\"\n[[property]]\ntext = \"two\"\n";

}  // namespace

TEST_CASE("the head ends where the next table begins") {
    CHECK(part_of(head + rules + tail, Part::head) == head);
    CHECK(part_of("[criteria]\nid = \"a\"\n", Part::head) == "[criteria]\nid = \"a\"\n");
}

TEST_CASE("the rules end where only examples and claims follow") {
    CHECK(part_of(head + rules + tail, Part::rules) == head + rules);
    CHECK(part_of(head + rules, Part::rules) == head + rules);
}

TEST_CASE("where the cut is not plain to see all is read") {
    const std::string mixed = head + tail + rules;
    CHECK(part_of(mixed, Part::rules) == mixed);
    const std::string later = rules + head;
    CHECK(part_of(later, Part::head) == later);
    for (const char* quotes : {"\"\"\"", "'''"}) {
        const std::string lines =
            head + "[fact.a]\nask = " + quotes + "\n[[example]]\n" + quotes + "\n";
        CHECK(part_of(lines, Part::rules) == lines);
        CHECK(part_of(lines, Part::head) == lines);
    }
    CHECK(part_of(head + rules + tail, Part::whole) == head + rules + tail);
    CHECK(part_of("", Part::rules).empty());
    const std::string indented = head + rules + tail + "  [[criterion]]\nid = \"d\"\n";
    CHECK(part_of(indented, Part::rules) == indented);
    const std::string below = head + rules + "[[example]]\n\t[example.facts]\nlit = \"yes\"\n";
    CHECK(part_of(below, Part::rules) == below);
    const std::string pieces = head + "[criteria.in_force]\nto = 2015-12-31\n" + rules;
    CHECK(part_of(pieces, Part::head) == pieces);
    const std::string spaced = head + rules + "  [ criteria . in_force ]\nto = 2015-12-31\n";
    CHECK(part_of(spaced, Part::head) == spaced);
    const std::string quoted = head + rules + "[\"criteria\".in_force]\nto = 2015-12-31\n";
    CHECK(part_of(quoted, Part::head) == quoted);
    const std::string told = head + rules + "# the criteria. All of them\n";
    CHECK(part_of(told, Part::head) == head);
}
