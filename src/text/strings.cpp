#include "scr/text/strings.hpp"

#include <fmt/format.h>

namespace scr::text {

std::string_view trim(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string to_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string join_in_words(const std::vector<std::string>& parts, std::string_view word) {
    if (parts.size() < 2) return parts.empty() ? "" : parts.front();
    const auto last = parts.end() - 1;
    return fmt::format("{} {} {}", fmt::join(parts.begin(), last, ", "), word, *last);
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
    if (count == 1) return fmt::format("1 {}", singular);
    if (!plural.empty()) return fmt::format("{} {}", count, plural);
    return fmt::format("{} {}s", count, singular);
}

}  // namespace scr::text
