#include <fmt/format.h>

#include <algorithm>

#include "page_frame.hpp"
#include "scr/publication/page.hpp"
#include "scr/text/strings.hpp"

namespace scr::publication {

namespace {

/// `Child J: Learning from a winter`; a title that begins with the pseudonym is not given it twice.
std::string name_of(const IndexEntry& entry) {
    if (entry.title.empty()) return entry.pseudonym + ": " + entry.kind_label;
    if ((entry.title + ":").starts_with(entry.pseudonym + ":")) return entry.title;
    return entry.pseudonym + ": " + entry.title;
}

void write_up(HtmlWriter& html, const IndexEntry& entry) {
    html.open("li")
        .element("a",
                 fmt::format("{}, published {}, web page, {}", name_of(entry),
                             record::to_long_text(entry.published_on), size_in_words(entry.bytes)),
                 {{"href", entry.file_name}})
        .single("br")
        .element("span",
                 fmt::format("{}. On this site until at least {}.", entry.kind_label,
                             record::to_long_text(entry.last_day)),
                 {{"class", "note"}})
        .close()
        .line();
}

void write_on_request(HtmlWriter& html, const IndexEntry& entry) {
    std::string dates = fmt::format("published {}", record::to_long_text(entry.published_on));
    if (entry.ended_on) dates += ", taken down " + record::to_long_text(*entry.ended_on);
    html.open("li")
        .text(name_of(entry))
        .single("br")
        .element("span", fmt::format("{}, {}. Available on request.", entry.kind_label, dates),
                 {{"class", "note"}})
        .close()
        .line();
}

using WriteEntry = void (*)(HtmlWriter&, const IndexEntry&);

void write_list(HtmlWriter& html, const std::vector<IndexEntry>& entries, bool up,
                WriteEntry write) {
    html.open("ul", {{"class", "documents"}}).line();
    for (const IndexEntry& entry : entries) {
        if (entry.up == up) write(html, entry);
    }
    html.close().line();
}

void write_documents(HtmlWriter& html, const std::vector<IndexEntry>& entries,
                     const SiteSettings& settings) {
    const auto up = std::ranges::count(entries, true, &IndexEntry::up);
    html.element("h2", "Published reports").line();
    if (up > 0)
        write_list(html, entries, true, write_up);
    else
        html.element("p", "No report is on this site at present.").line();
    if (up == std::ssize(entries)) return;
    html.element("h2", "Reports available on request").line();
    html.open("p").text("These reports have had their time on this site. To ask for one, contact ");
    write_contact(html, settings);
    html.text(".").close().line();
    write_list(html, entries, false, write_on_request);
}

void write_purpose(HtmlWriter& html) {
    html.element("h2", "Purpose of a review").line();
    html.element(
            "p",
            "The purpose of a review is that the agencies which work with children and families "
            "learn lessons and act on them, so that children are better safeguarded. It does not "
            "ask who is to blame: other proceedings do that. Children are given another name, "
            "such as a letter, so that they and their families are not identified.")
        .line();
}

void write_when(HtmlWriter& html, const std::vector<std::string>& when) {
    html.element("h2", "When a review is undertaken").line();
    if (when.empty()) {
        html.element(
                "p",
                "The partnership considers whether to undertake a review when it is notified of a "
                "serious incident to a child.")
            .line();
        return;
    }
    html.open("ul").line();
    for (const std::string& sentence : when) html.element("li", sentence).line();
    html.close().line();
}

void write_privacy(HtmlWriter& html, const SiteSettings& settings) {
    html.element("h2", "Privacy statement").line();
    html.open("p");
    const bool web = is_safe_link(settings.privacy_url) &&
                     text::to_lower(settings.privacy_url).starts_with("http");
    if (web) {
        html.text("How the partnership uses personal information: ")
            .element("a", "Privacy statement", {{"href", encoded_link(settings.privacy_url)}});
    } else {
        html.text(
            "The statement on how the partnership uses personal information is available from ");
        write_contact(html, settings);
    }
    html.text(".").close().line();
}

}  // namespace

std::string index_page(const std::vector<IndexEntry>& entries, const SiteSettings& settings,
                       const std::vector<std::string>& when_reviews_are_undertaken) {
    static constexpr std::string_view title = "Serious case review documents";
    return framed(title, settings, false, [&](HtmlWriter& html) {
        html.element("h1", title).line();
        write_documents(html, entries, settings);
        write_purpose(html);
        write_when(html, when_reviews_are_undertaken);
        write_privacy(html, settings);
    });
}

}  // namespace scr::publication
