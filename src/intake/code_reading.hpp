#pragma once

#include "intake/map_faults.hpp"
#include "scr/criteria/answer_codes.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::intake {

/// Reads the `codes` of a column: `{ "1" = "yes", "9" = "unknown", "X" = "" }`. `fact` is null for
/// one of other criteria, whose answers are not known here. Codes with a fault are left out.
criteria::AnswerCodes read_codes(const criteria::Table&, const criteria::Fact*, MapFaults&);

}  // namespace scr::intake
