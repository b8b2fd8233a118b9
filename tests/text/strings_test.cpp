#include "scr/text/strings.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace scr::text;

TEST_CASE("trim takes white space from both ends and leaves the middle") {
    CHECK(trim("  a b\t\r\n") == "a b");
    CHECK(trim("a") == "a");
    CHECK(trim(" \t\r\n") == "");
    CHECK(trim("") == "");
}

TEST_CASE("trimming twice is trimming once") {
    CHECK(rc::check([](const std::string& text) {
        const std::string padded = " \t" + text + "\r\n ";
        RC_ASSERT(trim(padded) == trim(text));
        RC_ASSERT(trim(trim(text)) == trim(text));
    }));
}

TEST_CASE("only ASCII letters become small") {
    CHECK(to_lower("AZaz09_[É") == "azaz09_[É");
    CHECK(to_lower("@`{") == "@`{");
}

TEST_CASE("parts are joined with a separator") {
    CHECK(join({}, ";") == "");
    CHECK(join({"a"}, ";") == "a");
    CHECK(join({"a", "", "c"}, ";") == "a;;c");
}

TEST_CASE("parts are joined in words") {
    CHECK(join_in_words({}) == "");
    CHECK(join_in_words({"a"}) == "a");
    CHECK(join_in_words({"a", "b"}) == "a and b");
    CHECK(join_in_words({"a", "b", "c"}, "or") == "a, b or c");
}

TEST_CASE("a count takes the singular for one only") {
    CHECK(counted(0, "case") == "0 cases");
    CHECK(counted(1, "case") == "1 case");
    CHECK(counted(2, "case") == "2 cases");
    CHECK(counted(2, "child", "children") == "2 children");
    CHECK(counted(1, "child", "children") == "1 child");
}
