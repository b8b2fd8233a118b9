#include "cli/column_map_file.hpp"

#include "cli/files.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

namespace scr::cli {

std::shared_ptr<const intake::ColumnMap> read_map_file(const InputOptions& options,
                                                       const criteria::Criteria& criteria) {
    if (options.map.empty()) return nullptr;
    const auto bytes = options.map_text ? *options.map_text : read_file(options.map);
    const auto text = criteria_toml::try_document(bytes, options.map);
    if (!text.diagnostics.empty()) throw diagnosed(text.diagnostics, text.document);
    auto reading = intake::read_column_map(text.document, criteria, options.facts_elsewhere);
    if (!reading.map) throw diagnosed(reading.diagnostics, text.document);
    return std::make_shared<const intake::ColumnMap>(*std::move(reading.map));
}

}  // namespace scr::cli
