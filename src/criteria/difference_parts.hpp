#pragma once

#include "scr/criteria/difference.hpp"

namespace scr::criteria {

/// What the files say beside facts: when they are in force, what their conditions stand for, the
/// words and the force of their criteria, and what is done after a screening: who decides,
/// deadlines, kinds of review, checklists with their factors, how long a report is up. Parts are
/// matched by their id; the order is that of the first file, then what only the second has.
std::vector<PartChange> compare_parts(const Criteria& first, const Criteria& second);

}  // namespace scr::criteria
