#include "scr/text/utf8.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace scr::text;

TEST_CASE("valid UTF-8 has no invalid byte") {
    for (const char* text : {"", "a", "eight by", "a longer ASCII line without an end", "Zoë",
                             "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                             "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
        CAPTURE(text);
        CHECK_FALSE(first_invalid_utf8(text).has_value());
    }
}

TEST_CASE("the first byte that is not UTF-8 is found") {
    struct Row {
        std::string_view what;
        std::string_view bytes;
    };
    for (const auto& [what, bytes] : {
             Row{"a continuation alone", "\x80"},
             Row{"an over-long slash", "\xc0\xaf"},
             Row{"an over-long two byte form", "\xc1\xbf"},
             Row{"an over-long three byte form", "\xe0\x9f\xbf"},
             Row{"an over-long four byte form", "\xf0\x8f\xbf\xbf"},
             Row{"the first surrogate", "\xed\xa0\x80"},
             Row{"the last surrogate", "\xed\xbf\xbf"},
             Row{"above U+10FFFF", "\xf4\x90\x80\x80"},
             Row{"a lead that never comes", "\xf5\x80\x80\x80"},
             Row{"an end in the middle", "\xe2\x82"},
             Row{"a lead followed by ASCII", "\xc3("},
             Row{"Latin-1", "\xeb"},
         }) {
        CAPTURE(what);
        CHECK(first_invalid_utf8(bytes) == 0);
        // At any distance from the eight byte steps.
        for (std::size_t before = 1; before < 20; ++before)
            CHECK(first_invalid_utf8(std::string(before, 'x') + std::string(bytes) + "yyyyyyyyy") ==
                  before);
    }
}

TEST_CASE("control and bidirectional characters become visible") {
    struct Row {
        std::string_view text;
        std::string_view shown;
    };
    using namespace std::string_view_literals;
    for (const auto& [text, shown] : {
             Row{"\x1b[31mred", "\\x1b[31mred"},
             Row{"a\0b"sv, "a\\x00b"},
             Row{"a\tb\r", "a\\x09b\\x0d"},
             Row{"\x7f", "\\x7f"},
             Row{"\xc2\x80\xc2\x9b\xc2\x9f", "\\u0080\\u009b\\u009f"},
             Row{"\u061c\u200e\u200f", "\\u061c\\u200e\\u200f"},
             Row{"\u2028\u2029\u202a\u202e", "\\u2028\\u2029\\u202a\\u202e"},
             Row{"\u2066\u2069", "\\u2066\\u2069"},
             Row{"\x9b", "\\x9b"},
             Row{"Zo\xeb", "Zo\\xeb"},
             Row{"\u00a0\u200d\u2027\u202f\u2065\u206a", "\u00a0\u200d\u2027\u202f\u2065\u206a"},
             Row{"Zoë Ó 子", "Zoë Ó 子"},
         })
        CHECK(visible(text) == shown);
}

TEST_CASE("line feeds stay only when asked for") {
    CHECK(visible("a\nb") == "a\\x0ab");
    CHECK(visible("a\nb\r\n", true) == "a\nb\\x0d\n");
}

TEST_CASE("what is made visible holds no control byte and is valid and stays the same") {
    CHECK(rc::check([](const std::string& bytes) {
        const std::string shown = visible(bytes);
        for (const char c : shown) RC_ASSERT((static_cast<unsigned char>(c) >= 0x20 && c != 0x7f));
        RC_ASSERT(!first_invalid_utf8(shown));
        RC_ASSERT(visible(shown) == shown);
    }));
}

TEST_CASE("the width counts columns and not bytes") {
    CHECK(display_width("") == 0);
    CHECK(display_width("Zoë") == 3);
    CHECK(display_width("Zoe\u0308") == 3);
    CHECK(display_width("子供") == 4);
    CHECK(display_width("\u3042\u3099") == 2);
    CHECK(display_width("–…") == 2);
    CHECK(display_width("\u02ff\u0300") == 1);
    CHECK(display_width("\xeb") == 1);
}
