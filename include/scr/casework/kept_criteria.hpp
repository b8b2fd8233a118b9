#pragma once

#include <string>

#include "scr/casework/criteria_library.hpp"

namespace scr::casework {

/// The criteria text that the store keeps under `digest`, compiled. Throws Failure (store) when it
/// is not there, which only a damaged store can bring about.
CriteriaPointer kept_criteria(Store&, CriteriaLibrary&, const std::string& digest);

}  // namespace scr::casework
