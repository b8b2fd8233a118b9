#include "intake/map_faults.hpp"

#include <fmt/format.h>

#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::intake {

void MapFaults::add(criteria::Span span, std::string message, std::string note, std::string help) {
    found_.push_back({span, std::move(message), std::move(note), std::move(help)});
}

void MapFaults::unknown_key(const criteria::Entry& entry, std::string_view table,
                            const std::vector<std::string>& keys) {
    add(entry.key_span, fmt::format("unknown key `{}` in {}", entry.key, table),
        fmt::format("keys here are {}", text::join(keys, ", ")),
        text::did_you_mean(entry.key, keys));
}

const criteria::Text* MapFaults::text(const criteria::Entry& entry) {
    const auto* const text = std::get_if<criteria::Text>(&entry.node.value);
    if (text == nullptr)
        add(entry.node.span, fmt::format("`{}` must be a text in quotes", entry.key));
    return text;
}

const criteria::Table* MapFaults::table(const criteria::Entry& entry, std::string_view help) {
    const auto* const table = std::get_if<criteria::Table>(&entry.node.value);
    if (table == nullptr)
        add(entry.node.span, fmt::format("`{}` must be a table", entry.key), "", std::string(help));
    return table;
}

}  // namespace scr::intake
