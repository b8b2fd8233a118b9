#include "intake/header_words.hpp"

#include <fmt/format.h>

#include "scr/text/strings.hpp"

namespace scr::intake {

std::string called(const CsvRecord& header, std::size_t position) {
    const std::string_view name = text::trim(header.fields[position]);
    return name.empty() ? fmt::format("no. {} (without a name)", position + 1)
                        : fmt::format("`{}`", shown(name));
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
