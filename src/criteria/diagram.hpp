#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "criteria/node_table.hpp"

namespace scr::criteria {

/// What a terminal says: the set of outcomes still possible, one bit each; for a criterion or a
/// condition bit 0 *fails* and bit 1 *holds*. The empty set marks combinations that cannot be.
using Possible = std::uint64_t;

inline constexpr Possible fails_bit = 1;
inline constexpr Possible holds_bit = 2;

/// Reduced ordered multi-valued decision diagrams that share their nodes (Bryant 1986; Srinivasan,
/// Kam, Malik & Brayton 1990). Equal functions are the same node: nodes are made once (unique
/// table), and a node all of whose edges agree is its child.
class Forest {
 public:
    /// More nodes than this in one forest and the criteria are refused: see scr-criteria(5).
    static constexpr std::size_t node_limit = 2'000'000;

    /// `edge_counts`: edges of a node of each level.
    explicit Forest(std::vector<std::size_t> edge_counts);

    NodeId terminal(Possible set);
    /// The node with these edges; throws Failure (refused) beyond `node_limit`.
    NodeId node(std::size_t level, std::span<const NodeId> edges);

    static bool is_terminal(NodeId id) { return (id & terminal_bit) != 0; }
    Possible possible(NodeId terminal) const { return terminals_[terminal & ~terminal_bit]; }
    /// The level of a node; for a terminal one past the last.
    std::size_t level(NodeId id) const {
        return is_terminal(id) ? edge_counts_.size() : nodes_[id].level;
    }
    std::span<const NodeId> edges(NodeId id) const {
        return {edges_.data() + nodes_[id].first_edge, edge_counts_[nodes_[id].level]};
    }
    /// The edge of `id` at `level`; the node itself where it does not look at that level.
    NodeId child(NodeId id, std::size_t at_level, std::size_t edge) const {
        return level(id) == at_level ? edges_[nodes_[id].first_edge + edge] : id;
    }
    std::size_t level_count() const { return edge_counts_.size(); }
    std::size_t edge_count(std::size_t at_level) const { return edge_counts_[at_level]; }

    /// Follows one symbol a level down to a terminal: at most one step a fact.
    Possible walk(NodeId root, std::span<const std::uint16_t> symbols) const {
        while (!is_terminal(root)) {
            root = edges_[nodes_[root].first_edge + symbols[nodes_[root].level]];
        }
        return possible(root);
    }

    using Combine = std::function<Possible(Possible, Possible)>;
    /// The diagram of `combine` applied to both at every combination of edges.
    NodeId apply(NodeId a, NodeId b, const Combine& combine);
    /// apply with set union, remembered between calls.
    NodeId unite(NodeId a, NodeId b);

    std::size_t node_count() const { return nodes_.size(); }
    /// Calls `visit` once for `root` and for each node and terminal below it, in no promised order.
    template <class Visit>
    void each_below(NodeId root, Visit&& visit) const {
        std::unordered_set<NodeId> seen;
        std::vector<NodeId> waiting{root};
        while (!waiting.empty()) {
            const NodeId id = waiting.back();
            waiting.pop_back();
            if (!seen.insert(id).second) continue;
            visit(id);
            if (is_terminal(id)) continue;
            const auto next = edges(id);
            waiting.insert(waiting.end(), next.begin(), next.end());
        }
    }

    /// Nodes reachable from `root`, terminals left out.
    std::size_t size(NodeId root) const;

 private:
    static constexpr NodeId terminal_bit = 0x8000'0000U;
    struct Stored {
        std::uint32_t level;
        std::uint32_t first_edge;
    };
    template <class Operation>
    NodeId apply(NodeId a, NodeId b, const Operation& combine, NodeTable& memo);
    bool same_edges(NodeId id, std::span<const NodeId> edges) const;

    std::vector<std::size_t> edge_counts_;
    std::vector<Stored> nodes_;
    std::vector<NodeId> edges_;
    std::vector<Possible> terminals_;
    std::unordered_map<Possible, NodeId> terminal_ids_;
    NodeTable unique_;  ///< by the hash of their edges
    NodeTable unions_;
};

}  // namespace scr::criteria
