#pragma once

#include <vector>

#include "scr/criteria/screening.hpp"

namespace scr::casework {

/// What is still possible of a determination for an incident, from the findings of its children (at
/// least one): the strongest outcome of every combination. Pure.
criteria::Finding strongest(const std::vector<criteria::Finding>& children);

}  // namespace scr::casework
