#pragma once

#include "criteria/fact_codes.hpp"

namespace scr::criteria {

/// The usual spellings of a fact's answers, with blank and `unknown`, as read_cell reads them. Of a
/// wide range of integers only the first few hundred are there.
CellCodes usual_cells(const Fact&, const FactCodes&);

}  // namespace scr::criteria
