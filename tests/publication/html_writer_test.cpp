#include "scr/publication/html_writer.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "publication/html_text.hpp"
#include "scr/failure.hpp"

using scr::publication::encoded_link;
using scr::publication::escaped;
using scr::publication::HtmlWriter;
using scr::publication::is_safe_link;
using scr::publication::unescaped;

TEST_CASE("any text comes back from its escaped form and no markup leaks") {
    CHECK(rc::check([](const std::string& text) {
        const auto html = escaped(text);
        RC_ASSERT(html.find_first_of("<>\"'\r") == std::string::npos);
        RC_ASSERT(unescaped(html) == text);
    }));
    CHECK(escaped("</p><script>alert('&amp;')") ==
          "&lt;/p&gt;&lt;script&gt;alert(&#39;&amp;amp;&#39;)");
}

TEST_CASE("texts and attribute values pass through the escape") {
    HtmlWriter html;
    html.open("p", {{"title", "\"><b>"}}).text("a < b").single("br").element("em", "&").close();
    CHECK(html.take() == "<p title=\"&quot;&gt;&lt;b&gt;\">a &lt; b<br><em>&amp;</em></p>");
}

TEST_CASE("any text keeps to its element") {
    CHECK(rc::check([](const std::string& text, const std::string& value) {
        HtmlWriter html;
        html.element("p", text, {{"title", value}});
        const auto page = html.take();
        RC_ASSERT(scr::publication::times(page, "<") == 2U);
        RC_ASSERT(scr::publication::times(page, ">") == 2U);
        RC_ASSERT(scr::publication::times(page, "\"") == 2U);
    }));
}

TEST_CASE("an unbalanced page is a fault") {
    HtmlWriter html;
    CHECK_THROWS_AS(html.close(), scr::Failure);
    html.open("p");
    CHECK_THROWS_AS(html.take(), scr::Failure);
}

TEST_CASE("only web and mail addresses are links") {
    CHECK(is_safe_link("https://example.org/a"));
    CHECK(is_safe_link("HTTP://example.org"));
    CHECK(is_safe_link("mailto:a@example.org"));
    for (const char* address :
         {"javascript:alert(1)", " https://example.org", "java\nscript:x", "data:text/html,x",
          "/page", "#part", "https://", "", "//example.org", "file:///etc/passwd"}) {
        CAPTURE(address);
        CHECK_FALSE(is_safe_link(address));
    }
}

TEST_CASE("a link is percent-encoded where a URL must be") {
    CHECK(encoded_link("https://example.org/a b?c=\"d\"&e=%20é") ==
          "https://example.org/a%20b?c=%22d%22&e=%20%C3%A9");
}
