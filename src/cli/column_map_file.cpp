#include "cli/column_map_file.hpp"

#include "cli/files.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

namespace scr::cli {

std::shared_ptr<const intake::ColumnMap> read_map_file(
    const std::string& path, const criteria::Criteria& criteria,
    const std::vector<std::string>& facts_elsewhere) {
    if (path.empty()) return nullptr;
    const auto text = criteria_toml::try_document(read_file(path), path);
    if (!text.diagnostics.empty()) throw diagnosed(text.diagnostics, text.document);
    auto reading = intake::read_column_map(text.document, criteria, facts_elsewhere);
    if (!reading.map) throw diagnosed(reading.diagnostics, text.document);
    return std::make_shared<const intake::ColumnMap>(*std::move(reading.map));
}

}  // namespace scr::cli
