#include "criteria/numbered_diagram.hpp"

#include <algorithm>

namespace scr::criteria {
namespace {

/// Copies what lies below a root into a forest of its own, in which equal nodes are one again.
class Copier {
 public:
    Copier(const Forest& from, Forest& to, const Simplify& simplify)
        : from_(from), to_(to), simplify_(simplify) {}

    NodeId copy(NodeId id) {
        if (Forest::is_terminal(id)) return to_.terminal(simplify_(from_.possible(id)));
        if (const auto known = memo_.find(id); known != memo_.end()) return known->second;
        std::vector<NodeId> edges;
        for (const NodeId edge : from_.edges(id)) edges.push_back(copy(edge));
        return memo_[id] = to_.node(from_.level(id), edges);
    }

 private:
    const Forest& from_;
    Forest& to_;
    const Simplify& simplify_;
    std::unordered_map<NodeId, NodeId> memo_;
};

std::vector<std::size_t> edge_counts(const Forest& forest) {
    std::vector<std::size_t> counts;
    for (std::size_t level = 0; level < forest.level_count(); ++level)
        counts.push_back(forest.edge_count(level));
    return counts;
}

/// Terminals and nodes below `root`, each once, in the order in which they are met.
void collect(const Forest& forest, NodeId root, std::vector<NodeId>& terminals,
             std::vector<NodeId>& nodes, std::unordered_map<NodeId, std::size_t>& numbers) {
    if (!numbers.emplace(root, 0).second) return;
    if (Forest::is_terminal(root)) {
        terminals.push_back(root);
        return;
    }
    nodes.push_back(root);
    for (const NodeId edge : forest.edges(root)) collect(forest, edge, terminals, nodes, numbers);
}

}  // namespace

NumberedDiagram number_diagram(const Forest& from, NodeId root, const Simplify& simplify) {
    Forest forest(edge_counts(from));
    const NodeId top = Copier(from, forest, simplify).copy(root);
    std::vector<NodeId> terminals;
    std::vector<NodeId> nodes;
    std::unordered_map<NodeId, std::size_t> numbers;
    collect(forest, top, terminals, nodes, numbers);
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&](NodeId a, NodeId b) { return forest.level(a) < forest.level(b); });

    std::size_t next = 0;
    for (const NodeId id : terminals) numbers[id] = next++;
    for (const NodeId id : nodes) numbers[id] = next++;
    NumberedDiagram diagram;
    diagram.root = numbers[top];
    for (const NodeId id : terminals) diagram.terminals.push_back(forest.possible(id));
    for (const NodeId id : nodes) {
        NumberedNode node{forest.level(id), {}};
        for (const NodeId edge : forest.edges(id)) node.edges.push_back(numbers[edge]);
        diagram.nodes.push_back(std::move(node));
    }
    return diagram;
}

NumberedDiagram number_diagram(const Forest& forest, NodeId root) {
    return number_diagram(forest, root, [](Possible set) { return set; });
}

}  // namespace scr::criteria
