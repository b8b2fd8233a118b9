#pragma once

#include <string>
#include <string_view>

namespace scr::publication {

/// What a parser makes of the references that `escaped` writes.
inline std::string unescaped(std::string_view html) {
    static constexpr std::pair<std::string_view, char> references[] = {
        {"&amp;", '&'},  {"&lt;", '<'},   {"&gt;", '>'},
        {"&quot;", '"'}, {"&#39;", '\''}, {"&#13;", '\r'}};
    std::string text;
    while (!html.empty()) {
        std::size_t taken = 1;
        char character = html.front();
        for (const auto& [reference, meant] : references) {
            if (html.starts_with(reference)) {
                taken = reference.size();
                character = meant;
            }
        }
        text += character;
        html.remove_prefix(taken);
    }
    return text;
}

/// How often `part` stands in `text`.
inline std::size_t times(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

}  // namespace scr::publication
