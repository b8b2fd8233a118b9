#pragma once

#include <string>

#include "scr/casework/criteria_library.hpp"

namespace scr::casework {

/// The criteria text that the store keeps under `digest`, compiled. Throws Failure (store) when it
/// is not there, which only a damaged store can bring about.
CriteriaPointer kept_criteria(Store&, CriteriaLibrary&, const std::string& digest);

/// The one text that the store keeps whose digest begins with `beginning`. Throws Failure (usage)
/// when there is none, or several.
CriteriaText kept_text_of(Store&, const std::string& beginning);

}  // namespace scr::casework
