#include "intake/header_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::intake {

std::string called(const CsvRecord& header, std::size_t position) {
    const std::string_view name = text::trim(header.fields[position]);
    return name.empty() ? fmt::format("no. {} (without a name)", position + 1)
                        : fmt::format("`{}`", shown(name));
}

std::string other_delimiter(const CsvRecord& line, char delimiter) {
    if (line.fields.size() != 1) return "";
    for (const char other : {';', '\t', '|', ','}) {
        if (other == delimiter || line.fields[0].find(other) == std::string_view::npos) continue;
        return other == '\t' ? "`--delimiter tab`" : fmt::format("`--delimiter '{}'`", other);
    }
    return "";
}

std::string quoted_for_shell(const std::string& name) {
    const auto is_plain = [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') ||
               std::string_view("._/-+:").find(c) != std::string_view::npos;
    };
    if (!name.empty() && std::ranges::all_of(name, is_plain)) return name;
    std::string quoted = "'";
    for (const char c : name) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string listed(std::vector<std::string> items) {
    if (items.size() > most_listed) {
        const std::size_t rest = items.size() - most_listed;
        items.resize(most_listed);
        items.push_back(fmt::format("{} more", rest));
    }
    return text::join_in_words(items);
}

}  // namespace scr::intake
