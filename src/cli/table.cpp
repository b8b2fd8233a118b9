#include "cli/table.hpp"

#include <algorithm>
#include <optional>

#include "scr/text/fold.hpp"
#include "scr/text/utf8.hpp"

namespace scr::cli {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t continued_indent = 2;

/// As it will be printed, on one line: a line feed would tear the columns.
std::string shown(const std::string& cell) {
    return text::visible(cell);
}

std::size_t sum(const std::vector<std::size_t>& widths) {
    std::size_t total = (widths.size() - 1) * gap.size();
    for (const auto width : widths) total += width;
    return total;
}

/// The columns, narrowed together until they take at most `available`: always the widest of those
/// that are still wider than their longest word. Nothing where the words alone do not fit.
std::optional<std::vector<std::size_t>> narrowed(std::vector<std::size_t> widths,
                                                 const std::vector<std::size_t>& words,
                                                 std::size_t available) {
    if (sum(words) > available) return std::nullopt;
    for (std::size_t excess = sum(widths) - std::min(sum(widths), available); excess > 0;
         --excess) {
        std::size_t* widest = nullptr;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            if (widths[column] <= words[column]) continue;
            if (widest == nullptr || widths[column] > *widest) widest = &widths[column];
        }
        --*widest;
    }
    return widths;
}

/// `name: value`, wrapped between words where that can be.
void print_member(Output& output, const std::string& text) {
    const std::size_t width = output.appearance().width;
    const std::size_t indent =
        longest_word(text) + continued_indent <= width ? continued_indent : 0;
    bool first = true;
    for (const auto& line : wrap(text, width - indent)) {
        output.line(std::string(first ? 0 : indent, ' ') + line);
        first = false;
    }
}

/// The bytes of the longest beginning of `text` that takes at most `width` columns; at least one
/// code point.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t bytes = text::code_point_at(text, 0).size;
    while (bytes < text.size()) {
        const std::size_t next = bytes + text::code_point_at(text, bytes).size;
        if (text::display_width(text.substr(0, next)) > width) break;
        bytes = next;
    }
    return bytes;
}

void print_row(Output& output, const std::vector<std::string>& cells,
               const std::vector<std::size_t>& widths, Style style) {
    std::vector<std::vector<std::string>> wrapped;
    std::size_t height = 1;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        wrapped.push_back(wrap(shown(cells[column]), widths[column]));
        height = std::max(height, wrapped.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string piece = line < wrapped[column].size() ? wrapped[column][line] : "";
            text += piece;
            text.append(widths[column] - std::min(widths[column], text::display_width(piece)), ' ');
            text += gap;
        }
        text.erase(text.find_last_not_of(' ') + 1);
        output.line(text, style);
    }
}

}  // namespace

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        longest = std::max(longest, text::display_width(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    width = std::max<std::size_t>(width, 1);
    while (text::display_width(text) > width) {
        const std::size_t fits = fitting(text, width);
        std::size_t cut = fits < text.size() ? text.rfind(' ', fits) : std::string_view::npos;
        if (cut == std::string_view::npos || cut == 0) cut = fits;
        lines.emplace_back(text.substr(0, cut));
        text.remove_prefix(cut);
        if (text.starts_with(' ')) text.remove_prefix(1);
    }
    lines.emplace_back(text);
    return lines;
}

template <class Measure>
std::vector<std::size_t> Table::widest(Measure measure) const {
    std::vector<std::size_t> result;
    for (const auto& heading : headings_) result.push_back(measure(heading));
    for (const auto& row : rows_) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            result[column] = std::max(result[column], measure(shown(row[column])));
        }
    }
    return result;
}

void Table::print_labelled(Output& output) const {
    for (const auto& row : rows_) {
        if (&row != rows_.data()) output.line();
        for (std::size_t column = 0; column < row.size(); ++column) {
            output.line(headings_[column] + ": " + shown(row[column]));
        }
    }
}

void Table::print_blocks(Output& output) const {
    for (const auto& row : rows_) {
        if (&row != rows_.data()) output.line();
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (row[column].empty()) continue;
            print_member(output, headings_[column] + ": " + shown(row[column]));
        }
    }
}

void Table::print(Output& output) const {
    if (output.appearance().accessible) return print_labelled(output);
    auto widths = widest(text::display_width);
    if (const std::size_t available = output.appearance().width; available > 0) {
        const auto fitted = narrowed(widths, widest(longest_word), available);
        if (!fitted) return print_blocks(output);
        widths = *fitted;
    }
    print_row(output, headings_, widths, Style::bold);
    for (const auto& row : rows_) print_row(output, row, widths, Style::plain);
}

}  // namespace scr::cli
