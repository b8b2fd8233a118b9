#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scr/intake/column_map.hpp"

namespace scr::cli {

/// The map of `--map`; null where `path` is blank. Throws Failure (refused) with all that is wrong
/// in it. `facts_elsewhere` as in intake::read_column_map.
std::shared_ptr<const intake::ColumnMap> read_map_file(
    const std::string& path, const criteria::Criteria&,
    const std::vector<std::string>& facts_elsewhere);

}  // namespace scr::cli
