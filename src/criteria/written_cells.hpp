#pragma once

#include "criteria/fact_codes.hpp"
#include "scr/criteria/answer_codes.hpp"

namespace scr::criteria {

/// The usual spellings of a fact's answers, with blank and `unknown`, as read_cell reads them. Of a
/// wide range of integers only the first few hundred are there.
CellCodes usual_cells(const Fact&, const FactCodes&);

/// The same for a fact that somebody else wrote, as read_coded_cell reads it.
CellCodes coded_cells(const Fact&, const FactCodes&, const AnswerCodes&);

/// The code of an answer as a record says it.
Code code_of(const Answer&, const FactCodes&);

}  // namespace scr::criteria
