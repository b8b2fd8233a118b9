#include "criteria_toml/file_part.hpp"

#include <algorithm>
#include <array>

namespace scr::criteria_toml {
namespace {

constexpr std::string_view head_header = "[criteria]";
constexpr std::array<std::string_view, 2> tail_headers{"[[example]]", "[[property]]"};

bool holds(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

/// Where the next line whose first character, blanks aside, is a bracket begins, at or after the
/// line start `from`; the end without one.
std::size_t next_header(std::string_view text, std::size_t from) {
    for (std::size_t line = from; line < text.size();) {
        const auto first = text.find_first_not_of(" \t", line);
        if (first != std::string_view::npos && text[first] == '[') return line;
        const auto end = text.find('\n', line);
        if (end == std::string_view::npos) break;
        line = end + 1;
    }
    return text.size();
}

/// The start of the line after the one at `line`.
std::size_t next_line(std::string_view text, std::size_t line) {
    const auto end = text.find('\n', line);
    return end == std::string_view::npos ? text.size() : end + 1;
}

bool begins_tail(std::string_view line) {
    return std::ranges::any_of(tail_headers,
                               [&](std::string_view header) { return line.starts_with(header); });
}

/// Whether a table below `[criteria]`, such as `[criteria.in_force]`, may stand there: a name in
/// quotes is not looked into.
bool may_belong_to_head(std::string_view header) {
    const auto name = header.find_first_not_of("[ \t");
    return name != std::string_view::npos && (header.substr(name).starts_with("criteria") ||
                                              header[name] == '"' || header[name] == '\'');
}

std::string_view head_of(std::string_view text) {
    const auto begin = next_header(text, 0);
    if (!text.substr(begin).starts_with(head_header)) return text;
    const auto end = next_header(text, next_line(text, begin));
    for (auto at = end; at < text.size(); at = next_header(text, next_line(text, at))) {
        const auto line = text.substr(at, next_line(text, at) - at);
        if (may_belong_to_head(line.substr(line.find('[')))) return text;
    }
    return text.substr(0, end);
}

/// Up to the first example or claim, if nothing else follows it.
std::string_view rules_of(std::string_view text) {
    std::size_t cut = text.size();
    for (auto at = next_header(text, 0); at < text.size();
         at = next_header(text, next_line(text, at))) {
        const bool tail = begins_tail(text.substr(at));
        if (tail && cut == text.size()) cut = at;
        if (!tail && cut != text.size()) return text;
    }
    return text.substr(0, cut);
}

}  // namespace

std::string_view part_of(std::string_view text, Part part) {
    if (part == Part::whole || holds(text, "\"\"\"") || holds(text, "'''")) return text;
    return part == Part::head ? head_of(text) : rules_of(text);
}

}  // namespace scr::criteria_toml
