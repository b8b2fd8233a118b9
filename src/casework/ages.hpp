#pragma once

#include "scr/casework/incoming.hpp"

namespace scr::casework {

/// Whether the attribution says that the answer follows from the record's own dates.
bool is_computed(const Attribution&);

/// Makes every computed answer blank again, so that complete_ages computes it from changed dates.
void forget_computed(IncomingRecord&);

}  // namespace scr::casework
