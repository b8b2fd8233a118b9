#include "scr/publication/html_writer.hpp"

#include <fmt/format.h>

#include <array>

#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::publication {

std::string escaped(std::string_view text) {
    std::string html;
    html.reserve(text.size());
    for (const char character : text) {
        switch (character) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            case '\'': html += "&#39;"; break;
            // A parser turns a bare carriage return into a line feed.
            case '\r': html += "&#13;"; break;
            default: html += character;
        }
    }
    return html;
}

bool is_safe_link(std::string_view address) {
    const std::string lower = text::to_lower(address);
    for (const std::string_view scheme : {"http://", "https://", "mailto:"}) {
        if (lower.starts_with(scheme) && lower.size() > scheme.size()) return true;
    }
    return false;
}

std::string encoded_link(std::string_view address) {
    static constexpr std::string_view forbidden = "\"<>\\^`{|}";
    std::string link;
    for (const char character : address) {
        const auto byte = static_cast<unsigned char>(character);
        const bool plain =
            byte > 0x20 && byte < 0x7F && forbidden.find(character) == std::string_view::npos;
        if (plain)
            link += character;
        else
            link += fmt::format("%{:02X}", byte);
    }
    return link;
}

void HtmlWriter::tag(std::string_view element, Attributes attributes) {
    html_ += '<';
    html_ += element;
    for (const auto& [name, value] : attributes) {
        html_ += fmt::format(" {}=\"{}\"", name, escaped(value));
    }
    html_ += '>';
}

HtmlWriter& HtmlWriter::open(std::string_view element, Attributes attributes) {
    tag(element, attributes);
    open_.emplace_back(element);
    return *this;
}

HtmlWriter& HtmlWriter::close() {
    if (open_.empty()) throw Failure(FailureKind::bug, "a page closes an element that is not open");
    html_ += "</" + open_.back() + ">";
    open_.pop_back();
    return *this;
}

HtmlWriter& HtmlWriter::single(std::string_view element, Attributes attributes) {
    tag(element, attributes);
    return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
    html_ += escaped(text);
    return *this;
}

HtmlWriter& HtmlWriter::element(std::string_view element, std::string_view text,
                                Attributes attributes) {
    return open(element, attributes).text(text).close();
}

HtmlWriter& HtmlWriter::line() {
    html_ += '\n';
    return *this;
}

HtmlWriter& HtmlWriter::made(std::string_view html) {
    html_ += html;
    return *this;
}

std::string HtmlWriter::take() {
    if (!open_.empty())
        throw Failure(FailureKind::bug, "a page leaves `" + open_.back() + "` open");
    return std::move(html_);
}

}  // namespace scr::publication
