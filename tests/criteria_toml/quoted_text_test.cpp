#include "criteria_toml/quoted_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <toml++/toml.h>

namespace scr::criteria_toml {
namespace {

using Places = std::vector<std::size_t>;

/// A text of the pieces that quoting cares about, in any order.
std::string any_content() {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "é", "\"", "\"\"", "'", "''", "\\n", "\\\\", "\\\"", "\\u00e9", "\\U0001F600", "\\\n",
        "\\ \n\n  ", "\n", "\r\n", " ", "\t", "#", "\"\"\"", "'''"));
    std::string content;
    for (const std::string& piece : pieces) content += piece;
    return content;
}

}  // namespace

TEST_CASE("a plain string has a place for each byte and one for its end") {
    const QuotedText read = read_quoted("a = 'bé' # 'c'", 4);
    CHECK(read.value == "bé");
    CHECK(read.places == Places{5, 6, 7, 8});
    CHECK(read.end == 9);
    CHECK(read.closed);
}

TEST_CASE("an escape stands where its backslash stands") {
    const QuotedText read = read_quoted("\"a\\tb\\u00e9c\"", 0);
    CHECK(read.value == "a\tbéc");
    CHECK(read.places == Places{1, 2, 4, 5, 5, 11, 12});
}

TEST_CASE("a text of several lines begins after its first line break") {
    const QuotedText read = read_quoted("'''\r\na\r\n''''", 0);
    CHECK(read.value == "a\n'");
    CHECK(read.places == Places{5, 6, 8, 9});
    CHECK(read.end == 12);
}

TEST_CASE("a string that is never closed says so") {
    CHECK_FALSE(read_quoted("'a\n'", 0).closed);
    CHECK(read_quoted("'a\n'", 0).end == 2);
    CHECK_FALSE(read_quoted("\"\"\"a\"\"", 0).closed);
    CHECK_FALSE(read_quoted("\"a\\", 0).closed);
    CHECK_FALSE(read_quoted("\"a\\\"", 0).closed);
    CHECK_FALSE(read_quoted("\"", 0).closed);
}

TEST_CASE("a plain string is read as any other") {
    CHECK(plain_content("a = 'bé' # 'c'", 4) == "bé");
    CHECK(plain_content("''", 0) == std::nullopt);
    CHECK(plain_content("'a", 0) == std::nullopt);
    int plain_ones = 0;
    CHECK(rc::check([&] {
        const std::string quote = *rc::gen::element<std::string>("\"", "'");
        const std::string text = quote + any_content() + quote;
        const auto plain = plain_content(text, 0);
        if (!plain) return;
        ++plain_ones;
        const QuotedText read = read_quoted(text, 0);
        RC_ASSERT(read.closed);
        RC_ASSERT(read.value == *plain);
        RC_ASSERT(read.end == plain->size() + 2);
    }));
    CHECK(plain_ones > 0);
}

TEST_CASE("the value is the one that the library reads") {
    int accepted = 0;
    CHECK(rc::check([&] {
        const std::string quote = *rc::gen::element<std::string>("\"", "'", "\"\"\"", "'''");
        const std::string text = quote + any_content() + quote;
        toml::table table;
        try {
            table = toml::parse("a = " + text + "\n");
        } catch (const toml::parse_error&) {
            return;
        }
        ++accepted;
        const QuotedText read = read_quoted(text, 0);
        RC_ASSERT(read.closed);
        RC_ASSERT(read.value == table["a"].value_or(std::string()));
        RC_ASSERT(read.places.size() == read.value.size() + 1);
    }));
    CHECK(accepted > 10);
}

}  // namespace scr::criteria_toml
