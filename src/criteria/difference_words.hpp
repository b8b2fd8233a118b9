#pragma once

#include <vector>

#include "criteria/difference_cover.hpp"

namespace scr::criteria {

/// A condition as a set of combinations.
struct NamedSet {
    ConditionPart part;
    NodeId set = 0;
    NodeId opposite = 0;
};

/// A product said with conditions where these say the same as restrictions of it.
struct Wording {
    std::vector<ConditionPart> conditions;  ///< in the order of the files
    std::vector<std::size_t> levels;        ///< whose restrictions no condition says
};

/// Conditions are taken as long as each makes restrictions needless, the one that saves most first.
/// What they and the restrictions kept say together is exactly the box.
Wording wording_of(const Box&, const std::vector<NamedSet>&, Cover&);

/// The wording of a box without the restrictions that can go while it stays within `allowed`, so
/// that boxes which differ in these alone are said by one sentence.
Wording widened(Wording, const Box&, const std::vector<NamedSet>&, NodeId allowed, Cover&);

}  // namespace scr::criteria
