#include "scr/documents/report_reader.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "scr/failure.hpp"
#include "scr/text/utf8.hpp"

using scr::Failure;
using scr::documents::read_report;
using scr::documents::ReadReport;

namespace {

ReadReport markdown(const std::string& text) {
    return read_report(text, "report.md");
}
ReadReport plain(const std::string& text) {
    return read_report(text, "reports/learning.TXT");
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

bool has_segment(const ReadReport& report, std::string_view text, std::string_view where) {
    return std::ranges::any_of(report.segments, [&](const auto& segment) {
        return segment.text == text && segment.where == where;
    });
}

/// The failure of a file that must be refused.
Failure refusal(const std::string& bytes, const std::string& name = "report.md") {
    try {
        read_report(bytes, name);
    } catch (const Failure& failure) {
        CHECK(failure.kind() == scr::FailureKind::refused);
        CHECK_FALSE(failure.help().empty());
        return failure;
    }
    FAIL("the file was read");
    return {scr::FailureKind::bug, ""};
}

}  // namespace

TEST_CASE("the first top heading is the title and the others begin at two") {
    const auto report =
        markdown("# The *whole* story\n\nText.\n\n### Deep\n\n##### Deeper\n\n## Less\n\n# Top\n");
    CHECK(report.format == "markdown");
    CHECK(report.title == "The whole story");
    CHECK(report.body_html ==
          "<p>Text.</p>\n<h2>Deep</h2>\n<h3>Deeper</h3>\n<h2>Less</h2>\n<h2>Top</h2>\n");
}

TEST_CASE("headings of any levels never skip one") {
    CHECK(rc::check([](const std::vector<unsigned>& levels) {
        std::string text = "Text\n\n";
        for (const unsigned level : levels)
            text += std::string(1 + level % 6, '#') + " heading\n\n";
        const auto report = markdown(text);
        int before = 1;
        for (auto at = report.body_html.find("<h"); at != std::string::npos;
             at = report.body_html.find("<h", at + 1)) {
            const int level = report.body_html[at + 2] - '0';
            RC_ASSERT(level >= 2);
            RC_ASSERT(level <= before + 1);
            before = level;
        }
    }));
}

TEST_CASE("a report without a top heading has no title and an empty heading is left out") {
    const auto report = markdown("## Part\n\n##\n\nText\n");
    CHECK(report.title.empty());
    CHECK(report.body_html == "<h2>Part</h2>\n<p>Text</p>\n");
}

TEST_CASE("blocks and inlines become semantic elements") {
    const auto report = markdown(
        "One *em* **strong** `code`\nnext  \nbroken\n\n- a\n- b\n\n3. c\n\n   d\n\n> "
        "quote\n\n---\n\n"
        "```x\n1 < 2\n```\n");
    CHECK(report.body_html ==
          "<p>One <em>em</em> <strong>strong</strong> <code>code</code>\nnext<br>\nbroken</p>\n"
          "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n<ol "
          "start=\"3\">\n<li><p>c</p>\n<p>d</p>\n</li>\n</ol>\n"
          "<blockquote>\n<p>quote</p>\n</blockquote>\n<hr>\n"
          "<pre tabindex=\"0\"><code>1 &lt; 2\n</code></pre>\n");
}

TEST_CASE("links keep web and mail addresses and of others the words") {
    const auto report = markdown(
        "[a](https://example.org/x?y=1&z \"t\") [b](javascript:alert(1)) [c](/page) "
        "<mailto:d@example.org>\n"
        "[](https://example.org/e)\n");
    CHECK(report.body_html ==
          "<p><a href=\"https://example.org/x?y=1&amp;z\">a</a> b c "
          "<a href=\"mailto:d@example.org\">mailto:d@example.org</a>\n"
          "<a href=\"https://example.org/e\">https://example.org/e</a></p>\n");
}

TEST_CASE("a table has a name and scoped headers and classes for its sides") {
    const auto report = markdown(
        "## Who met\n\n| Agency | |Times |\n|---|:-:|---:|\n| Health | x | 2 |\n\n|A|\n|-|\n");
    CHECK(report.body_html ==
          "<h2>Who met</h2>\n"
          "<div class=\"table\" role=\"group\" aria-label=\"Table 1: Who met\" tabindex=\"0\">\n"
          "<table aria-label=\"Table 1: Who met\">\n<thead>\n<tr>\n<th scope=\"col\">Agency</th>\n"
          "<td class=\"centre\"></td>\n<th scope=\"col\" "
          "class=\"right\">Times</th>\n</tr>\n</thead>\n"
          "<tbody>\n<tr>\n<td>Health</td>\n<td class=\"centre\">x</td>\n<td "
          "class=\"right\">2</td>\n</tr>\n"
          "</tbody>\n</table>\n</div>\n"
          "<div class=\"table\" role=\"group\" aria-label=\"Table 2: Who met\" tabindex=\"0\">\n"
          "<table aria-label=\"Table 2: Who met\">\n<thead>\n<tr>\n<th "
          "scope=\"col\">A</th>\n</tr>\n</thead>\n"
          "<tbody>\n</tbody>\n</table>\n</div>\n");
}

TEST_CASE("segments hold the source by line and the words as shown and what links hide") {
    const auto report = markdown(
        "# Child J\n\nThen **A**nn\nLee &amp; co \\*\n\n| a | b |\n|---|---|\n| c *d* | e |\n\n"
        "[x](https://example.org/%41nn%20Lee \"the title\")\n\n[unused]: /secret\n");
    CHECK(has_segment(report, "# Child J", "line 1"));
    CHECK(has_segment(report, "Then **A**nn", "line 3"));
    CHECK(has_segment(report, "[unused]: /secret", "line 12"));
    CHECK(has_segment(report, "Child J", "heading at line 1"));
    CHECK(has_segment(report, "Then Ann Lee & co *", "lines 3 to 4"));
    CHECK(has_segment(report, "c d", "line 8"));
    CHECK(has_segment(report, "https://example.org/Ann Lee", "link target at line 10"));
    CHECK(has_segment(report, "the title", "link title at line 10"));
    CHECK(report.segments.back().text == "report");
    CHECK(report.segments.back().where == "file name");
    CHECK(report.segments.front().first_line == 1);
}

TEST_CASE("a link in a later line of a paragraph is placed there or in its paragraph") {
    const auto report = markdown("One\n\ntwo\nthree [x](https://example.org)\nfour\n");
    CHECK(has_segment(report, "https://example.org", "link target at line 4"));
}

TEST_CASE("plain text becomes paragraphs with its line breaks and a short first line the title") {
    const auto report =
        plain("\xEF\xBB\xBF  Learning\r\n\r\nOne <b>\r\n  two & three\r\n\r\n\r\n# four\r\n");
    CHECK(report.format == "text");
    CHECK(report.title == "Learning");
    CHECK(report.body_html == "<p>One &lt;b&gt;<br>\ntwo &amp; three</p>\n<p># four</p>\n");
    CHECK(has_segment(report, "One <b> two & three", "lines 3 to 4"));
    CHECK(has_segment(report, "  two & three", "line 4"));
    CHECK(has_segment(report, "learning", "file name"));
    CHECK(plain("Only this.\n").body_html == "<p>Only this.</p>\n");
    CHECK(plain("a\rb\n\nc").body_html == "<p>a<br>\nb</p>\n<p>c</p>\n");
}

TEST_CASE("raw HTML is refused with every line of it") {
    const auto block =
        refusal("Text\n\n<div>hidden</div>\n\nmore <!-- Ann --> and\n<b>this</b>\n", "a/r.md");
    CHECK(block.where() == "a/r.md:3");
    CHECK(block.note() == "also at line 5 and 6");
    CHECK(holds(block.what(), "raw HTML"));
    CHECK(plain("Text\n\n<div>shown</div>\n").title == "Text");
    CHECK(markdown("1 < 2 and `<b>` and \\<b>\n").body_html ==
          "<p>1 &lt; 2 and <code>&lt;b&gt;</code> and &lt;b&gt;</p>\n");
}

TEST_CASE("an image is refused") {
    const auto failure = refusal("Text\n\nsee ![alt](x.png)\n");
    CHECK(failure.where() == "report.md:3");
    CHECK(holds(failure.what(), "image"));
}

TEST_CASE("a file of another kind is refused by its content") {
    CHECK(holds(refusal("%PDF-1.7\n\x01", "report.md").what(), "a PDF"));
    CHECK(holds(refusal("PK\x03\x04...", "report.txt").what(), "a Word document"));
    CHECK(holds(refusal("{\\rtf1 text}", "report.md").what(), "rich text"));
    CHECK(holds(refusal("\xD0\xCF\x11\xE0...", "report.md").what(), "a Word document"));
    CHECK(holds(refusal("%PDF-1.7").help(), "Markdown (.md) or plain text (.txt)"));
}

TEST_CASE("a file without text is refused") {
    for (const char* text : {"", " \n\t\n", "\xEF\xBB\xBF", "---\n\n> \n"}) {
        CAPTURE(text);
        CHECK(holds(refusal(text).what(), "no text"));
        if (!holds(text, "-")) CHECK(holds(refusal(text, "a.txt").what(), "no text"));
    }
}

TEST_CASE("bytes that are no text are refused with their line") {
    const auto encoding = refusal("one\ntwo \xff\n");
    CHECK(encoding.where() == "report.md:2");
    CHECK(holds(encoding.what(), "UTF-8"));
    const auto null = refusal(std::string("one\n\ntwo \0", 10), "a.txt");
    CHECK(null.where() == "a.txt:3");
    CHECK(holds(null.what(), "\\x00"));
    CHECK(holds(refusal("\x1b[31mred").what(), "\\x1b"));
    CHECK(holds(refusal("\xff\xfeO\0n\0e\0").what(), "UTF-8"));
    CHECK_NOTHROW(markdown("page\fnext\ttab\n"));
}

TEST_CASE("a file above the limit is refused") {
    const std::string most(scr::documents::largest_report, 'x');
    CHECK(holds(refusal(most + "x", "a.txt").what(), "larger than 5 MB"));
    CHECK_NOTHROW(plain(most));
}

TEST_CASE("any text is read or refused and leaks no markup") {
    CHECK(rc::check([](const std::vector<unsigned>& choices) {
        static const std::vector<std::string> pieces{
            "#",  " ",    "\n",      "\n\n", "*",  "_",         "`",  "```", "[",
            "](", ")",    "<",       ">",    "|",  "|-|\n",     "- ", "1. ", "a",
            "é",  "&lt;", "&#0;",    "\\",   "!",  "https://x", "\t", "---", "=",
            "\"", "  \n", "http://", "@",    "~~", "[^1]"};
        std::string text = "a\n";
        for (const unsigned choice : choices) text += pieces[choice % pieces.size()];
        try {
            const auto report = markdown(text);
            RC_ASSERT(!scr::text::first_invalid_utf8(report.body_html));
            RC_ASSERT(!holds(report.body_html, "<script"));
            RC_ASSERT(!holds(report.body_html, "javascript:"));
        } catch (const Failure& failure) {
            RC_ASSERT(failure.kind() == scr::FailureKind::refused);
        }
    }));
}
