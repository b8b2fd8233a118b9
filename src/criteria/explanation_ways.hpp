#pragma once

#include "criteria/diagrams.hpp"
#include "scr/criteria/explanation.hpp"

namespace scr::criteria {

/// A shortest way from what a screening knows to an outcome that is still possible. Each step has
/// all the answers that lead there: the last one while nothing else changes, those before it
/// whichever of the answers of the later ones is given.
Way shortest_way(const Criteria&, const Diagrams&, const Screening&, std::size_t determination,
                 std::size_t outcome);

}  // namespace scr::criteria
