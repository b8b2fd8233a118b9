#pragma once

#include <vector>

#include "criteria/remainder.hpp"

namespace scr::criteria {

/// By level: how likely two records would still part in their outcome after the level is answered,
/// on the average of its answers (Gini's impurity, as in Breiman, Friedman, Olshen & Stone 1984),
/// each answer class equally likely where it can be. The less, the more the answer tells. One pass
/// over the nodes of what remains, whatever their number of combinations.
std::vector<double> doubt_after(const Remainder&);

}  // namespace scr::criteria
