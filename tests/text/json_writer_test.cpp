#include "scr/text/json_writer.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <limits>

using namespace scr::text;

TEST_CASE("a JSON string escapes quotes backslashes and control characters") {
    using namespace std::string_view_literals;
    CHECK(json_string("") == R"("")");
    CHECK(json_string(R"(a"b\c/)") == R"("a\"b\\c/")");
    CHECK(json_string("\n\r\t") == R"("\n\r\t")");
    CHECK(json_string("\0\x1b\x7f"sv) == R"("\u0000\u001b\u007f")");
    CHECK(json_string("Zoë 子") == "\"Zoë 子\"");
}

TEST_CASE("what needs an escape gets it wherever it stands") {
    for (int byte = 0; byte < 0x80; ++byte) {
        const auto alone = json_string(std::string(1, static_cast<char>(byte)));
        const auto escaped = alone.substr(1, alone.size() - 2);
        for (const char other : {'x', '\xEB'}) {
            for (std::size_t at = 0; at < 20; ++at) {
                std::string text(20, other);
                text[at] = static_cast<char>(byte);
                const auto wanted = std::string(at, other) + escaped + std::string(19 - at, other);
                REQUIRE(json_string(text) == '"' + wanted + '"');
            }
        }
    }
}

TEST_CASE("commas stand between members and elements only") {
    JsonWriter json;
    json.begin_object();
    json.key("a").begin_array().value(1).value("x").value(true).null().end_array();
    json.key("b").begin_object().end_object();
    json.key("c").begin_array().begin_array().end_array().begin_object().end_object().end_array();
    json.key("d").raw("[1,2]").key("e").value(false);
    json.end_object();
    CHECK(json.text() == R"({"a":[1,"x",true,null],"b":{},"c":[[],{}],"d":[1,2],"e":false})");
    CHECK(json.take() == R"({"a":[1,"x",true,null],"b":{},"c":[[],{}],"d":[1,2],"e":false})");
}

TEST_CASE("the whole range of integers is written") {
    JsonWriter json;
    json.begin_array();
    json.value(std::numeric_limits<std::int64_t>::min());
    json.value(std::numeric_limits<std::int64_t>::max());
    json.end_array();
    CHECK(json.text() == "[-9223372036854775808,9223372036854775807]");
}

TEST_CASE("a text pointer is a string and not a truth") {
    JsonWriter json;
    const char* text = "x";
    json.value(text);
    CHECK(json.text() == "\"x\"");
}

TEST_CASE("strings are written as an array") {
    JsonWriter json;
    write_strings(json, std::vector<std::string>{"a", "b\""});
    CHECK(json.text() == R"(["a","b\""])");
}

TEST_CASE("no control character and no bare quote is left in a string") {
    CHECK(rc::check([](const std::string& text) {
        const std::string json = json_string(text);
        RC_ASSERT((json.size() >= 2 && json.front() == '"' && json.back() == '"'));
        for (std::size_t i = 1; i + 1 < json.size(); ++i) {
            RC_ASSERT(static_cast<unsigned char>(json[i]) >= 0x20);
            RC_ASSERT(json[i] != '"');
            if (json[i] == '\\') ++i;
        }
    }));
}
