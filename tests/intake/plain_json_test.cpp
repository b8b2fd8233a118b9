#include "intake/plain_json.hpp"

#include <doctest/doctest.h>

#include <string>

#include "intake/input_buffer.hpp"

namespace {

using scr::intake::is_plain_text;
using scr::intake::plain_value;
using scr::intake::PlainValue;

/// The value at the beginning of `text`, with what a block has behind its bytes.
std::string value_of(std::string text) {
    const std::size_t size = text.size();
    text.append(scr::intake::InputBuffer::padding, '\0');
    const PlainValue value = plain_value(text.data(), text.data() + size);
    return value.end == nullptr ? "none" : std::string(value.text);
}

}  // namespace

TEST_CASE("a string is plain up to its first quote") {
    CHECK(value_of("\"yes\",") == "yes");
    CHECK(value_of("\"\"") == "");
    CHECK(value_of("\"a text of more than sixteen bytes\"}") ==
          "a text of more than sixteen bytes");
    CHECK(value_of("\"yes") == "none");
    CHECK(value_of("\"") == "none");
    CHECK(value_of("") == "none");
}

TEST_CASE("whole numbers are plain as JSON writes them") {
    for (const std::string number : {"0", "7", "-7", "17", "999999999999999999"})
        CHECK(value_of(number + "}") == number);
    for (const std::string number :
         {"-", "-0", "-01", "00", "017", "+1", ".5", "1234567890123456789"})
        CHECK(value_of(number + "}") == "none");
    // What follows is not looked at: no comma or brace, so whoever reads on finds out.
    CHECK(value_of("1.5}") == "1");
}

TEST_CASE("true and false and null are plain and nothing like them") {
    for (const std::string word : {"true", "false", "null"}) CHECK(value_of(word + ",") == word);
    for (const std::string word : {"True", "nul", "yes", "fals", "NaN"})
        CHECK(value_of(word + ",") == "none");
}

TEST_CASE("text is plain that needs no escape and is UTF-8") {
    CHECK(is_plain_text(""));
    CHECK(is_plain_text("Ty Coch \xC3\xA9\x7F"));
    CHECK_FALSE(is_plain_text("a\\b"));
    CHECK_FALSE(is_plain_text("a\tb"));
    CHECK_FALSE(is_plain_text(std::string("a\0b", 3)));
    CHECK_FALSE(is_plain_text("\xC3"));
    CHECK_FALSE(is_plain_text("\xED\xA0\x80"));
}
