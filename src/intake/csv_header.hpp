#pragma once

#include <string>
#include <vector>

#include "intake/columns.hpp"
#include "intake/csv_splitter.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::intake {

/// For each field of the header its column, or null where it is passed over. Throws Failure
/// (refused) where the header cannot be used; `where` is its place. The columns must outlive the
/// result.
std::vector<const Column*> bind_header(const CsvRecord& header, const Columns&, const ReadOptions&,
                                       const std::string& where);

}  // namespace scr::intake
