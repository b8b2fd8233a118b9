#pragma once

#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "scr/publication/leak_check.hpp"

namespace scr::casework {

/// What a text about these cases must not hold: every identity of each child of their
/// notifications, for the brother whose own case is under no review must not be named either.
std::vector<publication::Needle> needles_of(Store&, const std::vector<std::string>& cases);

/// Whether a name is among them: without one a check proves little, and the caller says so.
bool holds_name(const std::vector<publication::Needle>&);

}  // namespace scr::casework
