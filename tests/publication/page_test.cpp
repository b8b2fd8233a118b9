#include "scr/publication/page.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "publication/html_text.hpp"
#include "scr/failure.hpp"

using namespace std::chrono_literals;
using scr::publication::IndexEntry;
using scr::publication::ReportPage;
using scr::publication::SiteSettings;
using scr::publication::times;

namespace {

const SiteSettings settings{"Anyshire Safeguarding Partnership",
                            "https://example.org/privacy?a=1&b=2", "reviews@example.org"};

ReportPage child_j() {
    return {"p-2026-0001.html",    "Child J",          "Learning from a winter",
            "Serious case review", "<h2>Summary</h2>", 2026y / 2 / 3,
            2027y / 2 / 3};
}

IndexEntry up() {
    return {"Child J",
            "Learning from a winter",
            "Serious case review",
            "p-2026-0001.html",
            12'345,
            2026y / 2 / 3,
            2027y / 2 / 3,
            true,
            {}};
}

IndexEntry ended() {
    return {
        "Child K", "",           "Partnership case review", "", 0, 2024y / 2 / 29, 2025y / 2 / 28,
        false,     2025y / 3 / 1};
}

bool holds(const std::string& page, std::string_view part) {
    return page.find(part) != std::string::npos;
}

void check_frame(const std::string& page) {
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    CHECK(times(page, "<h1>") == 1);
    CHECK(times(page, "<main ") == 1);
    CHECK(holds(page, "<a class=\"skip\" href=\"#content\">"));
    CHECK(holds(page, "content=\"default-src &#39;none&#39;; style-src &#39;self&#39;\""));
    CHECK(holds(page, "<link rel=\"stylesheet\" href=\"style.css\">"));
    CHECK(holds(page, "href=\"accessibility.html\""));
    CHECK_FALSE(holds(page, "<script"));
    CHECK_FALSE(holds(page, " style="));
    CHECK(page.ends_with("</html>\n"));
}

}  // namespace

TEST_CASE("a page is named after its publication") {
    CHECK(scr::publication::page_name("P-2026-0001") == "p-2026-0001.html");
    for (const char* other : {"", "Child J", "../p-1", "P-2026/1", "index", "P-2026-0001.html"}) {
        CAPTURE(other);
        CHECK_THROWS_AS(scr::publication::page_name(other), scr::Failure);
    }
}

TEST_CASE("sizes are told in the units of a download") {
    using scr::publication::size_in_words;
    CHECK(size_in_words(1) == "1 byte");
    CHECK(size_in_words(999) == "999 bytes");
    CHECK(size_in_words(1000) == "1 kB");
    CHECK(size_in_words(12'499) == "12 kB");
    CHECK(size_in_words(12'500) == "13 kB");
    CHECK(size_in_words(999'499) == "999 kB");
    CHECK(size_in_words(999'500) == "1.0 MB");
    CHECK(size_in_words(1'440'000) == "1.4 MB");
}

TEST_CASE("a report page shows its title and its dates and its body") {
    const auto page = scr::publication::report_page(child_j(), settings);
    check_frame(page);
    CHECK(holds(page, "<title>Learning from a winter – Anyshire Safeguarding Partnership</title>"));
    CHECK(holds(page, "Child J · Serious case review"));
    CHECK(holds(page, "<h1>Learning from a winter</h1>"));
    CHECK(holds(page, "Published 3 February 2026."));
    CHECK(holds(page, "until at least 3 February 2027"));
    CHECK(holds(page, "<h2>Summary</h2>"));
    CHECK(holds(page, "href=\"index.html\""));
}

TEST_CASE("a report without a title is headed by pseudonym and kind") {
    auto report = child_j();
    report.title = "";
    CHECK(holds(scr::publication::report_page(report, settings),
                "<h1>Child J: Serious case review</h1>"));
}

TEST_CASE("the index lists a report with title and date and format and size in the link") {
    const auto page =
        scr::publication::index_page({ended(), up()}, settings, {"a child has died & more"});
    check_frame(page);
    CHECK(holds(page, "<h1>Serious case review documents</h1>"));
    CHECK(
        holds(page,
              "<a href=\"p-2026-0001.html\">Child J: Learning from a winter, published 3 February "
              "2026, web page, 12 kB</a>"));
    CHECK(holds(page, "<h2>Purpose of a review</h2>"));
    CHECK(holds(page, "<h2>When a review is undertaken</h2>"));
    CHECK(holds(page, "<li>a child has died &amp; more</li>"));
    CHECK(holds(page, "<a href=\"https://example.org/privacy?a=1&amp;b=2\">Privacy statement</a>"));
    CHECK(holds(page, "<a href=\"mailto:reviews@example.org\">reviews@example.org</a>"));
}

TEST_CASE("a report no longer up is available on request with both dates") {
    const auto page = scr::publication::index_page({ended()}, settings, {});
    CHECK(holds(page, "Child K: Partnership case review"));
    CHECK(
        holds(page, "published 29 February 2024, taken down 1 March 2025. Available on request."));
    CHECK(holds(page, "No report is on this site at present."));
    CHECK(times(page, ".html\"") == 1);
}

TEST_CASE("an empty index says so and promises nothing on request") {
    const auto page = scr::publication::index_page({}, {}, {});
    check_frame(page);
    CHECK(holds(page, "No report is on this site at present."));
    CHECK_FALSE(holds(page, "on request"));
    CHECK(holds(page, "is available from the safeguarding partnership."));
}

TEST_CASE("without a web address the privacy statement is available from the contact") {
    for (const char* url : {"", "javascript:alert(1)", "mailto:a@example.org"}) {
        const auto page =
            scr::publication::index_page({}, {"Anyshire", url, "the business unit, room 4"}, {});
        CHECK(holds(page, "<h2>Privacy statement</h2>"));
        CHECK(holds(page, "available from the business unit, room 4."));
        CHECK_FALSE(holds(page, "Privacy statement</a>"));
    }
}

TEST_CASE("a title that begins with the pseudonym is not given it twice") {
    auto entry = up();
    entry.title = "Child J: a review";
    CHECK(holds(scr::publication::index_page({entry}, settings, {}),
                ">Child J: a review, published"));
    entry.title = "Child Jane";
    CHECK(holds(scr::publication::index_page({entry}, settings, {}),
                ">Child J: Child Jane, published"));
}

TEST_CASE("the accessibility statement tells whom to ask") {
    const auto page = scr::publication::accessibility_page(settings);
    check_frame(page);
    CHECK(holds(page, "reviews@example.org"));
    CHECK(holds(page, "Equality Advisory and Support Service"));
}

TEST_CASE("no text of a record becomes markup") {
    CHECK(rc::check([](const std::string& a, const std::string& b, const std::string& c) {
        const auto hostile = [](const std::string& text) { return text + "<i>\"'&" + text; };
        auto entry = up();
        entry.pseudonym = hostile(a);
        entry.title = hostile(b);
        entry.kind_label = hostile(c);
        const SiteSettings others{hostile(b), "https://x/" + hostile(a), hostile(c)};
        const auto page = scr::publication::index_page({entry}, others, {hostile(a)});
        const auto plain = scr::publication::index_page({up()}, settings, {"text"});
        RC_ASSERT(!holds(page, "<i>"));
        RC_ASSERT(times(page, "<") == times(plain, "<"));
    }));
}

TEST_CASE("the style sheet asks no other host") {
    const std::string css(scr::publication::style_sheet());
    CHECK(holds(css, "prefers-color-scheme: dark"));
    CHECK(holds(css, "@media print"));
    CHECK_FALSE(holds(css, "url("));
    CHECK_FALSE(holds(css, "@import"));
}
