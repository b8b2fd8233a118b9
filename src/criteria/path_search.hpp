#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "criteria/diagrams.hpp"

namespace scr::criteria {

/// A choice at one level of a diagram: an edge, and what taking it costs.
struct Choice {
    std::size_t level = 0;
    std::size_t edge = 0;
    /// At the head of a group: which of Group::shared; finer than the edge.
    std::optional<std::size_t> shared{};

    auto operator<=>(const Choice&) const = default;
};

/// What a path took on its way and had to pay for.
struct Path {
    std::size_t silent = 0;       ///< choices at levels that are dearer than others
    std::vector<Choice> choices;  ///< those that cost, by level
};

/// The cheapest path through an outcome diagram that ends in exactly one outcome, where at some
/// levels there is a choice between edges. Linear in the nodes of the diagram: what is cheapest
/// below a node does not depend on how it was reached.
class PathSearch {
 public:
    /// What may be taken at a level: edges for nothing, and edges that cost one.
    struct Level {
        std::vector<std::size_t> free;
        std::vector<std::size_t> paid;
        bool silent = false;  ///< paying here is dearer than elsewhere, by less than one
        /// At the head of a group that is answered: which of Group::shared the answer is.
        std::optional<std::size_t> shared{};
        /// The level takes its edge from its group's head: see Group. Then the rest is empty.
        bool follows_head = false;
    };

    PathSearch(const Diagrams& diagrams, std::vector<Level> levels)
        : PathSearch(diagrams.levels(), diagrams.outcomes(), std::move(levels)) {}
    /// `forest`: of diagrams with open edges. It and its levels must outlive this.
    PathSearch(const Levels& levels_of, const Forest& forest, std::vector<Level> levels)
        : levels_of_(levels_of), forest_(forest), levels_(std::move(levels)) {}

    /// Nothing where no path ends in `outcome` alone.
    std::optional<Path> cheapest(NodeId root, Possible outcome);

 private:
    using Best = std::optional<Path>;

    const Best& below(NodeId id);
    Best search(NodeId id);
    Best at_level(NodeId id, std::size_t level);
    Best in_group(NodeId id, const Group& group);
    Best in_members(NodeId id, const Group& group, std::size_t member,
                    std::optional<std::size_t> shared);
    /// `better` where it is cheaper than what was found so far.
    static void keep_better(Best& found, Best better);
    Best paid(Best rest, const Choice& choice) const;

    const Levels& levels_of_;
    const Forest& forest_;
    std::vector<Level> levels_;
    Possible outcome_ = 0;
    std::map<NodeId, Best> known_;
};

}  // namespace scr::criteria
