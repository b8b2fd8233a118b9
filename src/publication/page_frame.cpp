#include "page_frame.hpp"

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::publication {

namespace {

bool is_email(std::string_view contact) {
    return std::ranges::count(contact, '@') == 1 &&
           contact.find_first_of(" \t\r\n,;<>?&") == std::string_view::npos;
}

void write_head(HtmlWriter& html, std::string_view title, const SiteSettings& settings) {
    std::string whole(title);
    if (!settings.partnership.empty()) whole += " – " + settings.partnership;
    html.open("head").line();
    html.single("meta", {{"charset", "utf-8"}}).line();
    // No script, no picture, no other host: a text that slipped through could still do nothing.
    html.single("meta", {{"http-equiv", "Content-Security-Policy"},
                         {"content", "default-src 'none'; style-src 'self'"}})
        .line();
    html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
        .line();
    html.single("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).line();
    html.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).line();
    html.element("title", whole).line();
    html.single("link", {{"rel", "stylesheet"}, {"href", style_file}}).line();
    html.close().line();
}

void write_foot(HtmlWriter& html) {
    html.open("footer").line();
    html.open("p").element("a", "Accessibility statement", {{"href", accessibility_file}}).close();
    html.line().close().line();
}

}  // namespace

std::string framed(std::string_view title, const SiteSettings& settings, bool path_home,
                   const std::function<void(HtmlWriter&)>& write_main) {
    HtmlWriter html;
    html.made("<!DOCTYPE html>\n").open("html", {{"lang", "en-GB"}}).line();
    write_head(html, title, settings);
    html.open("body").line();
    html.element("a", "Skip to main content", {{"class", "skip"}, {"href", "#content"}}).line();
    html.open("header").line();
    if (!settings.partnership.empty()) {
        html.element("p", settings.partnership, {{"class", "partnership"}}).line();
    }
    if (path_home) {
        html.open("nav", {{"aria-label", "Site"}})
            .element("a", "All serious case review documents", {{"href", index_file}})
            .close()
            .line();
    }
    html.close().line();
    html.open("main", {{"id", "content"}, {"tabindex", "-1"}}).line();
    write_main(html);
    html.close().line();
    write_foot(html);
    html.close().line().close().line();
    return html.take();
}

void write_contact(HtmlWriter& html, const SiteSettings& settings) {
    const std::string contact(text::trim(settings.contact));
    if (is_email(contact)) {
        html.element("a", contact, {{"href", encoded_link("mailto:" + contact)}});
    } else if (!contact.empty()) {
        html.text(contact);
    } else {
        html.text(settings.partnership.empty() ? "the safeguarding partnership"
                                               : std::string_view(settings.partnership));
    }
}

}  // namespace scr::publication
