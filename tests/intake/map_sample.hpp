#pragma once

#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "intake/sample.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/intake/column_map.hpp"

/// Maps for the small criteria of the sample.
namespace scr::intake::sample {

/// Each fault as `line:column underlined text: message`, with its help behind a bar.
inline std::vector<std::string> map_faults(std::string_view text,
                                           const std::vector<std::string>& elsewhere = {}) {
    const auto read = criteria_toml::try_document(text, "map.toml");
    if (!read.diagnostics.empty()) return {"no TOML: " + read.diagnostics.front().message};
    std::vector<std::string> faults;
    for (const auto& fault : read_column_map(read.document, criteria(), elsewhere).diagnostics) {
        const auto place = criteria::place_of(read.document.text, fault.span.begin);
        const auto underlined = text.substr(fault.span.begin, fault.span.end - fault.span.begin);
        faults.push_back(fmt::format("{}:{} {}: {}{}{}", place.line, place.column, underlined,
                                     fault.message, fault.help.empty() ? "" : " | ", fault.help));
    }
    return faults;
}

/// A map without faults.
inline std::shared_ptr<const ColumnMap> map(std::string_view text) {
    const auto read = criteria_toml::try_document(text, "map.toml");
    auto reading = read_column_map(read.document, criteria());
    if (!reading.map) throw std::logic_error("the map has faults");
    return std::make_shared<const ColumnMap>(*std::move(reading.map));
}

inline ReadOptions with_map(std::string_view text) {
    ReadOptions options;
    options.map = map(text);
    return options;
}

}  // namespace scr::intake::sample
