#include "scr/intake/identity_reader.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "scr/failure.hpp"

namespace scr::intake {
namespace {

IdentityReading read(const std::string& text) {
    std::istringstream input(text);
    return read_identities(input, "people.csv");
}

TEST_CASE("identities are read from three columns") {
    const auto reading = read(
        "\xEF\xBB\xBFkind,Role,value\r\n"
        "name,Child,\"Wren \"\"Wick\"\" Invented, the younger\"\r\n"
        "\r\n"
        "date_of_birth,child, 2017-02-28 \r\n");
    CHECK(reading.problems.empty());
    REQUIRE(reading.identities.size() == 2);
    CHECK(reading.identities[0] ==
          record::Identity{"child", "name", "Wren \"Wick\" Invented, the younger"});
    CHECK(reading.identities[1] == record::Identity{"child", "date_of_birth", "2017-02-28"});
}

TEST_CASE("every bad line is told and none shows what it holds") {
    const auto reading = read(
        "role,kind,value\n"
        "chlid,name,Wren\n"
        "child,nam,Wren\n"
        "Wren,child,name\n"
        "child,name,\n"
        "child,date_of_birth,28/02/2017\n"
        "child,name\n"
        "child,name,\"Wren\n");
    REQUIRE(reading.problems.size() == 7);
    CHECK(reading.identities.empty());
    CHECK(reading.problems[0].line == 2);
    CHECK(reading.problems[0].column == 1);
    CHECK(reading.problems[0].field == "role");
    CHECK(reading.problems[0].help == "did you mean `child`?");
    CHECK(reading.problems[1].column == 2);
    CHECK(reading.problems[1].help == "did you mean `name`?");
    CHECK(reading.problems[3].problem == "the value is blank");
    CHECK(reading.problems[4].note == "dates are YYYY-MM-DD");
    CHECK(reading.problems[5].problem == "the line has 2 fields, the header 3");
    for (const auto& problem : reading.problems) {
        CHECK((problem.problem + problem.note + problem.help).find("Wren") == std::string::npos);
    }
}

TEST_CASE("an input that is no list of identities is refused whole") {
    for (const char* text : {"", "\n", "Wren,child,name\n", "role,kind\nchild,name\n",
                             "role,kind,value,note\n", "{\"role\":\"child\"}\n"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(read(text), Failure);
    }
}

}  // namespace
}  // namespace scr::intake
