#include "scr/criteria/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>

#include "scr/text/fold.hpp"
#include "scr/text/utf8.hpp"

namespace scr::criteria {
namespace {

constexpr std::string_view tab = "    ";
constexpr std::string_view cut_mark = "...";
constexpr std::size_t widest_line = 100;  // columns of the file's text shown at most
constexpr std::size_t widest_lead = 40;   // of them before the span, when the line is cut

/// A code point as it is shown.
struct Glyph {
    std::string shown;
    std::size_t width = 0;
    std::size_t offset = 0;  ///< in the file
};

std::size_t line_begin(std::string_view text, std::size_t offset) {
    const std::size_t line_feed = offset == 0 ? text.npos : text.rfind('\n', offset - 1);
    if (line_feed != text.npos) return line_feed + 1;
    return text.starts_with(text::byte_order_mark) && offset >= text::byte_order_mark.size()
               ? text::byte_order_mark.size()
               : 0;
}

std::size_t line_end(std::string_view text, std::size_t offset) {
    const std::size_t line_feed = std::min(text.find('\n', offset), text.size());
    const bool carriage_return = line_feed > offset && text[line_feed - 1] == '\r';
    return carriage_return ? line_feed - 1 : line_feed;
}

std::vector<Glyph> glyphs(std::string_view text, std::size_t begin, std::size_t end) {
    std::vector<Glyph> line;
    while (begin < end) {
        const std::size_t size = text::code_point_at(text, begin).size;
        const std::string_view point = text.substr(begin, size);
        std::string shown = point == "\t" ? std::string(tab) : text::visible(point);
        const std::size_t width = text::display_width(shown);
        line.push_back({std::move(shown), width, begin});
        begin += size;
    }
    return line;
}

std::size_t width_of(const std::vector<Glyph>& line) {
    std::size_t width = 0;
    for (const Glyph& glyph : line) width += glyph.width;
    return width;
}

/// The line and what underlines it, cut around the span where the line is long.
std::pair<std::string, std::string> underlined(const std::vector<Glyph>& line, Span span) {
    std::size_t first = 0;
    if (width_of(line) > widest_line) {
        std::size_t lead = 0;
        for (const Glyph& glyph : line) lead += glyph.offset < span.begin ? glyph.width : 0;
        while (lead > widest_lead) lead -= line[first++].width;
    }
    std::string shown(first == 0 ? "" : cut_mark);
    std::string marks(shown.size(), ' ');
    std::size_t width = shown.size();
    std::size_t carets = 0;
    for (std::size_t i = first; i < line.size(); ++i) {
        if (width + line[i].width > widest_line) {
            shown += cut_mark;
            break;
        }
        shown += line[i].shown;
        width += line[i].width;
        if (line[i].offset < span.begin)
            marks.append(line[i].width, ' ');
        else if (line[i].offset < span.end)
            carets += line[i].width;
    }
    marks.append(std::max<std::size_t>(carets, 1), '^');
    return {shown, marks};
}

/// The part of the span on its first line, without the spaces that end it.
Span first_line(std::string_view text, Span span) {
    const std::size_t begin = std::min(span.begin, text.size());
    std::size_t end = std::clamp(span.end, begin, std::max(begin, line_end(text, begin)));
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    return {begin, end};
}

}  // namespace

Place place_of(const std::string& text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const std::size_t begin = line_begin(text, offset);
    const auto before = text.begin() + static_cast<std::ptrdiff_t>(begin);
    Place place{1 + static_cast<std::size_t>(std::count(text.begin(), before, '\n')), 1};
    for (std::size_t at = begin; at < offset; at += text::code_point_at(text, at).size)
        ++place.column;
    return place;
}

std::string render(const Diagnostic& diagnostic, const Document& document) {
    const Span span = first_line(document.text, diagnostic.span);
    const Place place = place_of(document.text, span.begin);
    const auto line = glyphs(document.text, line_begin(document.text, span.begin),
                             line_end(document.text, span.begin));
    const auto [shown, marks] = underlined(line, span);
    const std::string number = fmt::format("{}", place.line);
    const std::string gutter(number.size(), ' ');
    std::string block =
        fmt::format("error: {}\n  --> {}:{}:{}\n", text::visible(diagnostic.message),
                    text::visible(document.name), place.line, place.column);
    block += fmt::format("{0} |\n{1} | {2}\n{0} | {3}\n", gutter, number, shown, marks);
    if (!diagnostic.note.empty())
        block += fmt::format("   = note: {}\n", text::visible(diagnostic.note));
    if (!diagnostic.help.empty())
        block += fmt::format("help: {}\n", text::visible(diagnostic.help));
    return block;
}

void tidy(std::vector<Diagnostic>& diagnostics) {
    const auto key = [](const Diagnostic& d) { return std::tie(d.span.begin, d.message); };
    std::stable_sort(
        diagnostics.begin(), diagnostics.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
    std::vector<Diagnostic> kept;
    for (Diagnostic& diagnostic : diagnostics) {
        const auto same = [&](const Diagnostic& other) { return key(other) == key(diagnostic); };
        // Those of one place are neighbours, and few.
        const auto first = std::find_if(kept.rbegin(), kept.rend(), [&](const Diagnostic& other) {
            return other.span.begin != diagnostic.span.begin || same(other);
        });
        if (first == kept.rend() || !same(*first)) kept.push_back(std::move(diagnostic));
    }
    diagnostics = std::move(kept);
}

}  // namespace scr::criteria
