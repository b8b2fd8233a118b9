#include "source.hpp"

#include <fmt/format.h>

#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::documents {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
        if (text.starts_with("\r\n"))
            text.remove_prefix(2);
        else if (!text.empty())
            text.remove_prefix(1);
    }
    return lines;
}

std::string lines_in_words(int first, int last) {
    if (first == last) return fmt::format("line {}", first);
    return fmt::format("lines {} to {}", first, last);
}

void refuse(const Source& source, const std::vector<int>& lines, const std::string& text,
            const std::string& help) {
    static constexpr std::size_t most_named = 10;
    std::vector<std::string> others;
    for (std::size_t i = 1; i < lines.size() && i <= most_named; ++i) {
        others.push_back(std::to_string(lines[i]));
    }
    if (lines.size() > most_named + 1) {
        others.push_back(fmt::format("{} more", lines.size() - most_named - 1));
    }
    const std::string note = others.empty() ? "" : "also at line " + text::join_in_words(others);
    throw Failure(FailureKind::refused, text, fmt::format("{}:{}", source.file_name, lines.front()),
                  note, help);
}

}  // namespace scr::documents
