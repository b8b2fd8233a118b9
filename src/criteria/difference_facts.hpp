#pragma once

#include "scr/criteria/difference.hpp"

namespace scr::criteria {

/// Fills in what the files say of their facts: removed, added, changed.
void compare_facts(const Criteria& first, const Criteria& second, Difference&);

}  // namespace scr::criteria
