#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "intake/sample.hpp"
#include "scr/failure.hpp"

/// Laws of the reader as a whole, for any input.
using namespace scr;
using namespace scr::intake;
using Texts = std::vector<std::string>;

namespace {

const std::string tricky_csv =
    "\xEF\xBB\xBF\r\n Ref ,summary,\"died\",age\r\n"
    "A1,\"a, "
    "\"\"b\"\"\r\nc\",yes,7\r\n\r\n\"A2\",,\"\",\nA3,x\"y,no,1\nA4,\"\xC3\xA9\"\"\",maybe,1\n"
    "A5,\xE9,no,1\nA6,1\n\"A7\",z,unknown,17\r\nA8,\"never";

const std::string tricky_ndjson =
    "\xEF\xBB\xBF\n{\"ref\":\"A1\",\"summary\":\"\\u00e9 \xC3\xA9 \\\" "
    "\\\\\",\"died\":true}\r\n\r\n"
    "{\"ref\":\"A2\",\"died\":{\"value\":\"no\",\"ground\":\"seen\"}}\n{\"ref\":\"A3\"\n{\"dyed\":"
    "1}\n"
    "{\"ref\":\"A4\",\"area\":\"\xE9\",\"died\":1}\n[]\n{\"ref\":\"A5\",\"age\":17,\"died\":null}";

/// The results, or the one Failure that takes their place.
Texts outcome(const std::string& text, std::size_t piece = 1000) {
    try {
        return sample::read_texts(text, {}, piece);
    } catch (const Failure& failure) {
        return {std::string("failure: ") + failure.what() + failure.where() + failure.note() +
                failure.help()};
    }
}

/// `bad` lines put in anywhere between `good` ones.
std::string mixed(const Texts& good, const Texts& bad) {
    std::string text;
    for (const std::string& line : good) {
        for (auto count = *rc::gen::inRange(0, 3); count > 0; --count)
            text += *rc::gen::elementOf(bad) + "\n";
        text += line + "\n";
    }
    return text;
}

Texts accepted(const std::string& text) {
    Texts texts = sample::without_lines(sample::read_all(text));
    std::erase_if(texts, [](const std::string& line) { return line.starts_with("refused"); });
    return texts;
}

std::string in_lines(const Texts& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

}  // namespace

TEST_CASE("records are the same in whatever pieces the input comes") {
    for (const std::string& text : {tricky_csv, tricky_ndjson}) {
        const Texts whole = outcome(text, text.size());
        CHECK(whole.size() > 6);
        for (std::size_t piece = 1; piece < text.size(); ++piece) {
            CAPTURE(piece);
            CHECK(outcome(text, piece) == whole);
        }
    }
}

TEST_CASE("an input cut at any byte gives the records before the cut") {
    for (const std::string& text : {tricky_csv, tricky_ndjson}) {
        const Texts whole = outcome(text);
        for (std::size_t size = 0; size < text.size(); ++size) {
            CAPTURE(size);
            const Texts cut = outcome(text.substr(0, size));
            REQUIRE(cut.size() <= std::max<std::size_t>(whole.size(), 1));
            // The last of them is the one that was cut.
            for (std::size_t i = 0; i + 1 < cut.size(); ++i) CHECK(cut[i] == whole[i]);
        }
    }
}

TEST_CASE("any bytes give records or refusals or one failure") {
    CHECK(rc::check([] {
        const auto opening = *rc::gen::element<std::string>("", "ref,died\n", "{\"died\":1}\n",
                                                            "died;x\n", "{", "[");
        const auto piece = rc::gen::oneOf(
            rc::gen::element<std::string>("\"", ",", "\n", "\r\n", "{", "}", "[", "]", ":", "\\",
                                          "\\u", "\"died\"", "\"value\"", "yes", "true", "null",
                                          "1", "1e9", "é", "\xE9", "ref", " "),
            rc::gen::container<std::string>(1, rc::gen::arbitrary<char>()));
        const auto rest = *rc::gen::container<Texts>(piece);
        std::string text = opening;
        for (const std::string& part : rest) text += part;
        const Texts whole = outcome(text);
        RC_ASSERT(outcome(text, 1) == whole);
        RC_ASSERT(outcome(text, 5) == whole);
    }));
}

TEST_CASE("a bad line of CSV leaves the others as they are") {
    const Texts good{"A1,yes,\"x, y\"", "A2,,", "A3,unknown,\"two\nlines\"", "A4,0,\"\"\"\""};
    const Texts bad{"B1",        "B2,maybe,x",   "B3,yes,x,y", "B4,yes,\xFF",  "B5,y\"es,",
                    "\"B6\"x,,", "B7,\"\"\"\",", ",,,,,,",     "B8, \"yes\",", "\x01,\x02,\x7F,"};
    CHECK(rc::check([&] {
        const std::string header = "ref,died,summary\n";
        RC_ASSERT(accepted(header + mixed(good, bad)) == accepted(header + in_lines(good)));
    }));
    CHECK(accepted("ref,died,summary\n" + in_lines(good)).size() == good.size());
    CHECK(accepted("ref,died,summary\n" + in_lines(bad)).empty());
}

TEST_CASE("a bad line of NDJSON leaves the others as they are") {
    const Texts good{"{\"ref\":\"A1\",\"died\":1}", "{\"died\":\"unknown\",\"ref\":\"A2\"}",
                     "{\"ref\":\"A3\",\"age\":{\"value\":3,\"source\":\"s\"}}", "{}"};
    const Texts bad{"{\"ref\":\"B1\"",
                    "\"",
                    "{\"dyed\":1}",
                    "{\"died\":\"\xFF\"}",
                    "{\"died\":[[[}",
                    "[",
                    "}",
                    "{\"ref\":\"B2\",\"died\":{\"source\":\"t\"}}",
                    "{\"age\":1,\"age\":2}",
                    "\\"};
    const std::string first = "{\"died\":0}\n";
    CHECK(rc::check([&] {
        RC_ASSERT(accepted(first + mixed(good, bad)) == accepted(first + in_lines(good)));
    }));
    CHECK(accepted(first + in_lines(good)).size() == good.size() + 1);
    CHECK(accepted(first + in_lines(bad)).size() == 1);
}
