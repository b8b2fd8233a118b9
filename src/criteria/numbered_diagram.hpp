#pragma once

#include <functional>
#include <vector>

#include "criteria/diagram.hpp"

namespace scr::criteria {

/// A node of a diagram that leaves the program.
struct NumberedNode {
    std::size_t level = 0;
    std::vector<std::size_t> edges;  ///< numbers, one an edge of the level
};

/// One diagram by itself, numbered for those who walk it elsewhere: first the terminals, then the
/// nodes, by level.
struct NumberedDiagram {
    std::vector<Possible> terminals;
    std::vector<NumberedNode> nodes;  ///< the number of the first is terminals.size()
    std::size_t root = 0;

    std::size_t number_of_node(std::size_t index) const { return terminals.size() + index; }
    bool is_terminal(std::size_t number) const { return number < terminals.size(); }
};

/// What a terminal becomes on the way out.
using Simplify = std::function<Possible(Possible)>;

/// The diagram below `root`, reduced again after `simplify` made terminals equal.
NumberedDiagram number_diagram(const Forest&, NodeId root, const Simplify& simplify);
NumberedDiagram number_diagram(const Forest&, NodeId root);

}  // namespace scr::criteria
