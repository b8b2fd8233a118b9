#pragma once

#include <vector>

#include "criteria/faults.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// Reports each cycle of conditions that name one another, and conditions stacked so high that
/// walking them would need a deep stack. `places[i]` is where the expression of condition i stands.
void refuse_cycles(const std::vector<Condition>& conditions, const std::vector<Span>& places,
                   Faults& faults);

}  // namespace scr::criteria
