#pragma once

#include <string>

#include "intake/header_words.hpp"

namespace scr::intake {

/// Throws Failure (refused) where a header lacks what the map of the columns reads, or has ours
/// beside it. `where` is the header's place.
void refuse_unmapped(const CsvRecord& header, const Bindings&, const Columns&,
                     const std::string& where);

}  // namespace scr::intake
