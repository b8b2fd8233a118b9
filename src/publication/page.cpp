#include "scr/publication/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "page_frame.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::publication {

std::string page_name(std::string_view publication_reference) {
    const std::string name = text::to_lower(publication_reference);
    const bool generated = name.starts_with("p-") && std::ranges::all_of(name, [](char character) {
                               return (character >= 'a' && character <= 'z') ||
                                      (character >= '0' && character <= '9') || character == '-';
                           });
    // A name of another form could come from a record's text, or leave the folder.
    if (!generated) throw Failure(FailureKind::bug, "a page is named after no publication");
    return name + ".html";
}

std::string size_in_words(std::size_t bytes) {
    if (bytes < 1000) return text::counted(bytes, "byte");
    if (bytes < 999'500) return fmt::format("{} kB", (bytes + 500) / 1000);
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string report_page(const ReportPage& page, const SiteSettings& settings) {
    const std::string title =
        page.title.empty() ? page.pseudonym + ": " + page.kind_label : page.title;
    return framed(title, settings, true, [&](HtmlWriter& html) {
        html.open("article").line();
        html.element("p", page.pseudonym + " · " + page.kind_label, {{"class", "kind"}}).line();
        html.element("h1", title).line();
        html.element("p",
                     fmt::format("Published {}. On this site until at least {}, and available on "
                                 "request after that.",
                                 record::to_long_text(page.published_on),
                                 record::to_long_text(page.last_day)),
                     {{"class", "dates"}})
            .line();
        html.made(page.body_html).line();
        html.close().line();
    });
}

std::string accessibility_page(const SiteSettings& settings) {
    return framed("Accessibility statement", settings, true, [&](HtmlWriter& html) {
        html.element("h1", "Accessibility statement").line();
        html.element(
                "p",
                "This statement covers the serious case review documents on these pages. They "
                "are made to meet level AA of the Web Content Accessibility Guidelines, version "
                "2.2, as the Public Sector Bodies (Websites and Mobile Applications) (No. 2) "
                "Accessibility Regulations 2018 require.")
            .line();
        html.element("h2", "How the pages are made").line();
        html.element(
                "p",
                "Every report is a web page of text, headings, lists and tables. You can enlarge "
                "the text to 400 per cent, read on a phone, use a keyboard alone or a screen "
                "reader, choose light or dark colours in your device, and print. Nothing moves "
                "and nothing runs in the page.")
            .line();
        html.element("h2", "If something does not work for you").line();
        html.open("p").text("To report a problem, or to have a document in another form, contact ");
        write_contact(html, settings);
        html.text(".").close().line();
        html.element("h2", "If the answer does not help").line();
        html.open("p")
            .text(
                "The Equality and Human Rights Commission enforces these regulations. If you are "
                "not "
                "content with our answer, contact the ")
            .element("a", "Equality Advisory and Support Service",
                     {{"href", "https://www.equalityadvisoryservice.com/"}})
            .text(".")
            .close()
            .line();
    });
}

}  // namespace scr::publication
