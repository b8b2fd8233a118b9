#pragma once

#include "scr/casework/store.hpp"
#include "scr/publication/retention.hpp"

namespace scr::casework {

/// Ends every publication whose last day is before `as_of`, in one change, and says what it did and
/// what stays. `down_on` is the day on which they come down. Run twice, it ends nothing the second
/// time.
publication::Retention expire(Store&, record::CivilDate as_of, record::CivilDate down_on,
                              const record::Act&);

}  // namespace scr::casework
