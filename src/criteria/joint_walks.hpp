#pragma once

#include <optional>
#include <vector>

#include "criteria/code_diagram.hpp"
#include "criteria/diagrams.hpp"

namespace scr::criteria {

/// One walk that tells several things at once: what is possible of a determination and which of
/// some criteria hold. Its terminals are sets with a bit for each.
struct JointWalk {
    CodeDiagram diagram;
    std::vector<Possible> terminals;           ///< the empty set: the record is contradictory
    std::optional<std::size_t> determination;  ///< its outcomes are the first bits
    std::size_t first_criterion = 0;           ///< the bit of criteria.front()
    std::vector<std::size_t> criteria;
};

/// Walks that tell all outcomes and all criteria together. A criterion joins the diagram of its
/// determination while that stays small: twenty that have nothing to do with one another would make
/// a million terminals.
std::vector<JointWalk> joint_walks(const Criteria&, Diagrams&, const std::vector<FactCodes>&);

}  // namespace scr::criteria
