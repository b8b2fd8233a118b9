#pragma once

#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// Applies what the file says of blanks and unknowns. Total: any answers give a reading.
Reading read_silence(const Criteria&, const Answers&, Blanks);

}  // namespace scr::criteria
