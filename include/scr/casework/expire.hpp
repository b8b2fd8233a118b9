#pragma once

#include "scr/casework/store.hpp"
#include "scr/publication/retention.hpp"

namespace scr::casework {

/// Ends every publication whose last day is before `today`, in one change, and says what it did and
/// what stays. Run twice, it ends nothing the second time. `today` is the day that the rule reads;
/// where it is past, a report still comes down on no other day than the real one.
publication::Retention expire(Store&, record::CivilDate today, record::CivilDate real_today,
                              const record::Act&);

}  // namespace scr::casework
