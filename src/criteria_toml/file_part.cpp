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

bool begins_tail(std::string_view line) {
    return std::ranges::any_of(tail_headers,
                               [&](std::string_view header) { return line.starts_with(header); });
}

/// Where the next line that begins with a bracket begins, at or after `from`; the end without one.
std::size_t next_header(std::string_view text, std::size_t from) {
    if (from == 0 && text.starts_with('[')) return 0;
    const auto found = text.find("\n[", from == 0 ? 0 : from - 1);
    return found == std::string_view::npos ? text.size() : found + 1;
}

std::string_view head_of(std::string_view text) {
    const auto begin = next_header(text, 0);
    if (!text.substr(begin).starts_with(head_header)) return text;
    return text.substr(0, next_header(text, begin + 1));
}

/// Up to the first example or claim, if nothing else follows it.
std::string_view rules_of(std::string_view text) {
    std::size_t cut = text.size();
    for (auto at = next_header(text, 0); at < text.size(); at = next_header(text, at + 1)) {
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
