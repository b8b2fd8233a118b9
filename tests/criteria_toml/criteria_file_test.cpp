#include "scr/criteria_toml/criteria_file.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "scr/failure.hpp"

namespace scr::criteria_toml {
namespace {

using criteria::Array;
using criteria::DateText;
using criteria::Document;
using criteria::Node;
using criteria::Table;
using criteria::Text;

std::vector<std::string> keys(const Table& table) {
    std::vector<std::string> names;
    for (const criteria::Entry& entry : table) names.push_back(entry.key);
    return names;
}

const Node& at(const Table& table, std::string_view key) {
    for (const criteria::Entry& entry : table) {
        if (entry.key == key) return entry.node;
    }
    FAIL("no such key");
    std::abort();
}

const Table& table_at(const Table& table, std::string_view key) {
    return std::get<Table>(at(table, key).value);
}

std::string_view covered(const Document& document, criteria::Span span) {
    return std::string_view(document.text).substr(span.begin, span.end - span.begin);
}

/// `place message (help)` of the refusal.
std::string refusal(std::string_view bytes) {
    try {
        read_document(bytes, "a.toml");
    } catch (const Failure& failure) {
        CHECK(failure.kind() == FailureKind::refused);
        return fmt::format("{} {}{}", failure.where(), failure.what(),
                           failure.help().empty() ? "" : fmt::format(" ({})", failure.help()));
    }
    return "read";
}

/// A text of the pieces that TOML cares about, in any order.
std::string any_toml() {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "[criteria]\n", "[fact.a]\n", "[[criterion]]\n", "[[source.a.provision]]\n",
        "[condition.c]\n", "[determination.d]\n", "[[deadline]]\n", "[[example]]\n",
        "[[property]]\n", "id = \"a\"\n", "type = \"integer\"\n", "type = \"choice\"\n",
        "choices = [\"x\", \"y\"]\n", "ask = \"?\"\n", "when = \"a and not c or (a = x\"\n",
        "when = \"c\"\n", "claim = \"d = o implies a\"\n", "outcomes = [{id = \"o\"}]\n",
        "otherwise = \"o\"\n", "determination = \"d\"\n", "outcome = \"o\"\n",
        "facts = { a = 1, b.c = true }\n", "expect = { d = \"o\" }\n", "text = '''\n", "\"\"\"",
        "cite = [\"a: b\"]\n", "x.y.z = 2015-01-01\n", "1 = 1.5\n", "=", "[", "]", "{", "}", ",",
        ".", "\"", "'", "\\", "\n", "\r", "#", "é", "\xff", "inf", "12:00:00"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    return text;
}

}  // namespace

TEST_CASE("entries keep the order of the file") {
    const Document document = read_document(
        "z = 1\na = {y = 1, b = 2}\n[m.q]\n[[k]]\nc = 1\n[m.b]\nd.e = 1\nd.a = 2\n[[k]]\n",
        "a.toml");
    CHECK(keys(document.root) == std::vector<std::string>{"z", "a", "m", "k"});
    CHECK(keys(table_at(document.root, "a")) == std::vector<std::string>{"y", "b"});
    const Table& m = table_at(document.root, "m");
    CHECK(keys(m) == std::vector<std::string>{"q", "b"});
    CHECK(keys(table_at(table_at(m, "b"), "d")) == std::vector<std::string>{"e", "a"});
    CHECK(std::get<Array>(at(document.root, "k").value).size() == 2);
}

TEST_CASE("values keep their kind") {
    const Document document = read_document(
        "i = 0x1F\nb = true\nd = 2015-03-26\nt = 2015-03-26T10:00:00Z\nf = 1.5\ns = 'x'\n",
        "a.toml");
    CHECK(std::get<std::int64_t>(at(document.root, "i").value) == 31);
    CHECK(std::get<bool>(at(document.root, "b").value));
    CHECK(std::get<DateText>(at(document.root, "d").value).value == "2015-03-26");
    CHECK(std::get<DateText>(at(document.root, "t").value).value == "2015-03-26T10:00:00Z");
    CHECK(std::get<double>(at(document.root, "f").value) == 1.5);
    CHECK(std::get<Text>(at(document.root, "s").value).value == "x");
}

TEST_CASE("spans count bytes also behind other letters and a byte-order mark") {
    const Document document = read_document(
        "\xEF\xBB\xBFt = [\"é\", \"漢字\", 'end']\r\n\"é k\" = 17\r\n[table.x]\r\n", "a.toml");
    const Array& texts = std::get<Array>(at(document.root, "t").value);
    CHECK(covered(document, texts.at(1).span) == "\"漢字\"");
    CHECK(covered(document, std::get<Text>(texts.at(1).value).span()) == "漢字");
    CHECK(covered(document, std::get<Text>(texts.at(2).value).span(1, 2)) == "n");
    CHECK(covered(document, document.root.at(1).key_span) == "\"é k\"");
    CHECK(covered(document, document.root.at(1).node.span) == "17");
    CHECK(covered(document, at(table_at(document.root, "table"), "x").span) == "[table.x]");
}

TEST_CASE("a text knows the place of each of its bytes") {
    const Document document =
        read_document("a = \"x\\u0041 dyed\"\nb = \"\"\"\none \\\n   two\"\"\"\n", "a.toml");
    const Text& escaped = std::get<Text>(at(document.root, "a").value);
    CHECK(escaped.value == "xA dyed");
    CHECK(covered(document, escaped.span(3, 7)) == "dyed");
    CHECK(covered(document, escaped.span(1, 2)) == "\\u0041");
    const Text& folded = std::get<Text>(at(document.root, "b").value);
    CHECK(folded.value == "one two");
    CHECK(covered(document, folded.span(4, 7)) == "two");
}

TEST_CASE("what is no TOML is refused with its place and a way out") {
    CHECK(refusal("a = 1\nb = \"\xff\"\n") ==
          "a.toml:2:6 the file is not valid UTF-8 (save it again with the encoding UTF-8)");
    CHECK(refusal("a = “x”\n") ==
          "a.toml:1:5 `“` stands outside quotes (write straight quotes: `\"`)");
    CHECK(refusal("a = \"x\nb = 1\n") ==
          "a.toml:1:5 a text in quotes is never closed (close it with `\"`)");
    CHECK(refusal("b = 1\na = 1\na = 2\n") ==
          "a.toml:3:1 `a` is there twice (take one of the two out)");
    CHECK(refusal("[fact.a]\n[fact.a]\n") ==
          "a.toml:2:7 `fact.a` is there twice (take one of the two out)");
    CHECK(refusal("a = died\n") == "a.toml:1:5 this is no value (put a text in quotes)");
    CHECK(refusal("a = tru\n") == "a.toml:1:5 this is no value (put a text in quotes)");
    CHECK(refusal("a = [1, 2\n") == "a.toml:1:9 a list is never closed (close it with `]`)");
    CHECK(refusal("a 1\n") == "a.toml:1:3 expected `=` after the key");
    CHECK(refusal("a = 1 b = 2\n") == "a.toml:1:7 nothing may follow the value on its line");
    CHECK(refusal("a = 01\n") ==
          "a.toml:1:7 not valid TOML: decimal integer: leading zeroes are prohibited");
    CHECK(refusal(std::string(largest_file + 1, '\n')) ==
          "a.toml:1:1 the file is larger than 1 MB");
}

TEST_CASE("letters beyond ASCII are welcome in quotes and comments") {
    CHECK(refusal("# “it’s”\na = \"“x”\" # é\nb = '''é\n“ '''\nc = [\"é\"]\n\"é\".'ü' = 1\n") ==
          "read");
}

TEST_CASE("hostile texts are refused before they exhaust the stack") {
    std::string dotted = "a";
    for (int i = 0; i < 200'000; ++i) dotted += ".a";
    CHECK(refusal(dotted + " = 1") == "a.toml:1:18 a name of too many parts");
    CHECK(refusal("[" + dotted + "]") == "a.toml:1:19 a name of too many parts");
    CHECK(refusal("a = " + std::string(500'000, '[')).find("nested value depth") !=
          std::string::npos);
    CHECK(refusal("[,'") == "a.toml:1:3 a text in quotes is never closed (close it with `'`)");
    CHECK(refusal("a = [1.5, 2.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]") == "read");
}

TEST_CASE("loading reports a fault of the syntax like any other") {
    const LoadResult loaded = load("[criteria]\nid = x\n", "a.toml");
    CHECK_FALSE(loaded.result.criteria.has_value());
    REQUIRE(loaded.result.diagnostics.size() == 1);
    CHECK(criteria::render(loaded.result.diagnostics[0], loaded.document) ==
          "error: this is no value\n"
          "  --> a.toml:2:6\n"
          "  |\n"
          "2 | id = x\n"
          "  |      ^\n"
          "help: put a text in quotes\n");
}

TEST_CASE("any bytes are read or refused") {
    const auto survives = [](const std::string& bytes) {
        const LoadResult loaded = load(bytes, "a.toml");
        RC_ASSERT(loaded.result.criteria.has_value() == loaded.result.diagnostics.empty());
        for (const criteria::Diagnostic& diagnostic : loaded.result.diagnostics) {
            RC_ASSERT(diagnostic.span.end <= bytes.size());
            RC_ASSERT(!criteria::render(diagnostic, loaded.document).empty());
        }
        try {
            read_document(bytes, "a.toml");
        } catch (const Failure& failure) {
            RC_ASSERT(failure.kind() == FailureKind::refused);
        }
    };
    CHECK(rc::check([&](const std::string& bytes) { survives(bytes); }));
    CHECK(rc::check([&] { survives(any_toml()); }));
}

}  // namespace scr::criteria_toml
