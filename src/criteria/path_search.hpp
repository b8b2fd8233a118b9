#pragma once

#include <array>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <ranges>
#include <unordered_map>
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
    /// What may be taken at a level: one edge for nothing, and edges that cost one.
    struct Level {
        std::size_t free = 0;
        std::ranges::iota_view<std::size_t, std::size_t> paid{};
        bool silent = false;  ///< paying here is dearer than elsewhere, by less than one
        /// At the head of a group that is answered: which of Group::shared the answer is.
        std::optional<std::size_t> shared{};
        /// The level takes its edge from its group's head: see Group. Then the rest is empty.
        bool follows_head = false;
    };

    /// All must outlive it.
    PathSearch(const Diagrams& diagrams, const std::vector<Level>& levels)
        : PathSearch(diagrams.levels(), diagrams.outcomes(), levels) {}
    /// `forest`: of diagrams with open edges.
    PathSearch(const Levels& levels_of, const Forest& forest, const std::vector<Level>& levels)
        : levels_of_(levels_of), forest_(forest), levels_(levels) {}

    /// Nothing where no path ends in `outcome` alone.
    std::optional<Path> cheapest(NodeId root, Possible outcome);

 private:
    /// A choice and where those after it stand, by level: ways share their ends, and none is ever
    /// copied.
    struct Link {
        Choice choice;
        std::uint32_t next = no_link;
    };
    static constexpr std::uint32_t no_link = UINT32_MAX;
    /// A Path in links.
    struct Way {
        std::uint32_t first = no_link;
        std::uint32_t count = 0;
        std::uint32_t silent = 0;
    };
    using Best = std::optional<Way>;

    Best below(NodeId id);
    Best search(NodeId id);
    Best at_level(NodeId id, std::size_t level);
    Best in_group(NodeId id, const Group& group);
    Best in_members(NodeId id, const Group& group, std::size_t member,
                    std::optional<std::size_t> shared);
    bool is_cheaper(const Way& a, const Way& b) const;
    /// `better` where it is cheaper than what was found so far.
    void keep_better(Best& found, const Best& better) const;
    Best paid(Best rest, const Choice& choice);
    /// The links from `first` on with one more in its place.
    std::uint32_t with(std::uint32_t first, const Choice& choice);
    Path path_of(const Way& way) const;

    const Levels& levels_of_;
    const Forest& forest_;
    const std::vector<Level>& levels_;
    Possible outcome_ = 0;
    // Most searches are over before this is full: many records each ask for one.
    std::array<std::byte, 16'384> room_;
    std::pmr::monotonic_buffer_resource memory_{room_.data(), room_.size()};
    std::pmr::vector<Link> links_{&memory_};
    std::pmr::unordered_map<NodeId, Best> known_{&memory_};
};

}  // namespace scr::criteria
