#include "criteria/diagram.hpp"

#include <algorithm>

#include "scr/failure.hpp"

namespace scr::criteria {
namespace {

std::uint64_t hash_of(std::size_t level, std::span<const NodeId> edges) {
    std::uint64_t hash = 0x9e37'79b9'7f4a'7c15ULL ^ level;
    for (const NodeId edge : edges) hash = (hash ^ edge) * 0xff51'afd7'ed55'8ccdULL ^ (hash >> 29);
    return hash;
}

std::uint64_t pair_key(NodeId a, NodeId b) {
    return std::uint64_t{a} << 32 | b;
}

}  // namespace

Forest::Forest(std::vector<std::size_t> edge_counts) : edge_counts_(std::move(edge_counts)) {}

NodeId Forest::terminal(Possible set) {
    const auto next = static_cast<NodeId>(terminals_.size()) | terminal_bit;
    const auto [entry, added] = terminal_ids_.emplace(set, next);
    if (added) terminals_.push_back(set);
    return entry->second;
}

bool Forest::same_edges(NodeId id, std::span<const NodeId> edges) const {
    const auto own = this->edges(id);
    return std::equal(own.begin(), own.end(), edges.begin(), edges.end());
}

NodeId Forest::node(std::size_t level, std::span<const NodeId> edges) {
    const auto differs = [&](NodeId edge) { return edge != edges.front(); };
    if (std::none_of(edges.begin(), edges.end(), differs)) return edges.front();

    const std::uint64_t hash = hash_of(level, edges);
    const auto* const known = unique_.find(
        hash, [&](NodeId id) { return nodes_[id].level == level && same_edges(id, edges); });
    if (known != nullptr) return *known;
    if (nodes_.size() == node_limit) {
        throw Failure(
            FailureKind::refused, "these criteria are too large to be compiled", "",
            "their decision diagrams pass two million nodes: many facts are compared with "
            "one another across many criteria",
            "split the file into regimes of their own, or ask several facts as one");
    }
    const auto id = static_cast<NodeId>(nodes_.size());
    nodes_.push_back(
        {static_cast<std::uint32_t>(level), static_cast<std::uint32_t>(edges_.size())});
    edges_.insert(edges_.end(), edges.begin(), edges.end());
    unique_.add(hash, id);
    return id;
}

template <class Operation>
NodeId Forest::apply(NodeId a, NodeId b, const Operation& combine, NodeTable& memo) {
    if (is_terminal(a) && is_terminal(b)) return terminal(combine(possible(a), possible(b)));
    if (const NodeId* const known = memo.find(pair_key(a, b))) return *known;

    const std::size_t top = std::min(level(a), level(b));
    std::vector<NodeId> edges(edge_counts_[top]);
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        edges[edge] = apply(child(a, top, edge), child(b, top, edge), combine, memo);
    }
    const NodeId result = node(top, edges);
    memo.add(pair_key(a, b), result);
    return result;
}

NodeId Forest::apply(NodeId a, NodeId b, const Combine& combine) {
    NodeTable memo;
    return apply(a, b, combine, memo);
}

NodeId Forest::unite(NodeId a, NodeId b) {
    if (a == b) return a;
    if (a > b) std::swap(a, b);
    return apply(
        a, b, [](Possible x, Possible y) { return x | y; }, unions_);
}

std::size_t Forest::size(NodeId root) const {
    std::size_t count = 0;
    each_below(root, [&](NodeId id) { count += is_terminal(id) ? 0 : 1; });
    return count;
}

}  // namespace scr::criteria
