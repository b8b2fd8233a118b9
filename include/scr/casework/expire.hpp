#pragma once

#include "scr/casework/store.hpp"
#include "scr/publication/retention.hpp"

namespace scr::casework {

/// Ends every publication whose last day is before `today`, in one change, and says what it did and
/// what stays. Run twice, it ends nothing the second time.
publication::Retention expire(Store&, record::CivilDate today, const record::Act&);

}  // namespace scr::casework
