#include "scr/criteria/diagnostic.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "scr/text/utf8.hpp"

namespace scr::criteria {
namespace {

Document document(std::string text) {
    return {"a.toml", std::move(text), {}};
}

Diagnostic at(std::size_t begin, std::size_t end, std::string message = "wrong") {
    return {{begin, end}, std::move(message), "", ""};
}

}  // namespace

TEST_CASE("a diagnostic is a block with the span underlined and the way out last") {
    const Document file = document("a = 1\nwhen = \"child and dyed\"\n");
    const Diagnostic diagnostic{
        {24, 28}, "unknown fact `dyed`", "facts are died", "did you mean `died`?"};
    CHECK(render(diagnostic, file) ==
          "error: unknown fact `dyed`\n"
          "  --> a.toml:2:19\n"
          "  |\n"
          "2 | when = \"child and dyed\"\n"
          "  |                   ^^^^\n"
          "   = note: facts are died\n"
          "help: did you mean `died`?\n");
}

TEST_CASE("the gutter is as wide as the line's number") {
    const Document file = document(std::string(99, '\n') + "abc");
    CHECK(render(at(100, 102), file) ==
          "error: wrong\n  --> a.toml:100:2\n    |\n100 | abc\n    |  ^^\n");
}

TEST_CASE("a place without an extent has one caret also behind the end") {
    CHECK(render(at(1, 1), document("abc")) ==
          "error: wrong\n  --> a.toml:1:2\n  |\n1 | abc\n  |  ^\n");
    CHECK(render(at(3, 3), document("abc")) ==
          "error: wrong\n  --> a.toml:1:4\n  |\n1 | abc\n  |    ^\n");
    CHECK(render(at(70, 90), document("")) == "error: wrong\n  --> a.toml:1:1\n  |\n1 | \n  | ^\n");
}

TEST_CASE("columns count code points and carets follow what is shown") {
    CHECK(render(at(5, 6), document("é\té!\r\n")) ==
          "error: wrong\n  --> a.toml:1:4\n  |\n1 | é    é!\n  |       ^\n");
    CHECK(render(at(3, 4), document("漢!")) ==
          "error: wrong\n  --> a.toml:1:2\n  |\n1 | 漢!\n  |   ^\n");
}

TEST_CASE("a span of several lines is underlined on its first") {
    CHECK(render(at(2, 11), document("a bcd  \n e\nf")) ==
          "error: wrong\n  --> a.toml:1:3\n  |\n1 | a bcd  \n  |   ^^^\n");
}

TEST_CASE("a long line is cut around the span") {
    const std::string before(300, 'a');
    const std::string block = render(at(300, 304), document(before + "here" + before));
    const std::string lead = "..." + std::string(40, 'a');
    CHECK(block == "error: wrong\n  --> a.toml:1:301\n  |\n1 | " + lead + "here" +
                       std::string(53, 'a') + "...\n  | " + std::string(43, ' ') + "^^^^\n");
}

TEST_CASE("control characters of a file are shown and not sent to the terminal") {
    const std::string block = render(at(0, 1, "a `\x1b`"), document("\x1b[2J"));
    CHECK(block.find('\x1b') == std::string::npos);
    CHECK(block.find("\\x1b[2J\n  | ^^^^\n") != std::string::npos);
}

TEST_CASE("a byte-order mark takes no column") {
    const Place place = place_of(
        "\xEF\xBB\xBF"
        "abc",
        4);
    CHECK(place.line == 1);
    CHECK(place.column == 2);
}

TEST_CASE("tidy sorts by place and says the same thing of a place once") {
    std::vector<Diagnostic> found{at(5, 6, "b"), at(1, 2, "x"), at(5, 6, "a"), at(5, 6, "b"),
                                  at(7, 8, "b")};
    tidy(found);
    std::vector<std::string> messages;
    for (const Diagnostic& diagnostic : found) messages.push_back(diagnostic.message);
    CHECK(messages == std::vector<std::string>{"x", "b", "a", "b"});
    CHECK(found.back().span.begin == 7);
}

TEST_CASE("any span of any bytes is rendered in valid text without control characters") {
    CHECK(rc::check([](const std::string& bytes, std::size_t begin, std::size_t length) {
        const Diagnostic diagnostic{{begin, begin + length % 1000}, "wrong", "", ""};
        const std::string block = render(diagnostic, document(bytes));
        RC_ASSERT(!text::first_invalid_utf8(block));
        RC_ASSERT(block == text::visible(block, true));
    }));
    CHECK(rc::check([](const std::string& bytes) {
        const std::size_t begin = *rc::gen::inRange<std::size_t>(0, bytes.size() + 2);
        const std::size_t end = *rc::gen::inRange<std::size_t>(0, bytes.size() + 2);
        const std::string block = render(at(begin, end), document(bytes));
        RC_ASSERT(!text::first_invalid_utf8(block));
        RC_ASSERT(block.find('^') != std::string::npos);
    }));
}

}  // namespace scr::criteria
