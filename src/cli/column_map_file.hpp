#pragma once

#include <memory>

#include "cli/input_files.hpp"
#include "scr/intake/column_map.hpp"

namespace scr::cli {

/// The map of the inputs; null where they have none. Throws Failure (refused) with all that is
/// wrong in it.
std::shared_ptr<const intake::ColumnMap> read_map_file(const InputOptions&,
                                                       const criteria::Criteria&);

}  // namespace scr::cli
