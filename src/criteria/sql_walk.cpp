#include "criteria/sql_walk.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/sql_cells.hpp"

namespace scr::criteria {
namespace {

/// The first node at a level and the one behind the last, as positions in the diagram's nodes.
std::pair<std::size_t, std::size_t> nodes_at(const NumberedDiagram& diagram, std::size_t level) {
    const auto by_level = [](const NumberedNode& a, const NumberedNode& b) {
        return a.level < b.level;
    };
    const auto& nodes = diagram.nodes;
    const auto [first, last] =
        std::equal_range(nodes.begin(), nodes.end(), NumberedNode{level, {}}, by_level);
    return {static_cast<std::size_t>(first - nodes.begin()),
            static_cast<std::size_t>(last - nodes.begin())};
}

bool is_constant(const SqlWalker& walker) {
    return !walker.state.starts_with('_');
}

}  // namespace

std::size_t SqlWalk::add(NumberedDiagram diagram) {
    const std::size_t root = diagram.root;
    // The first state of a list is 0, whatever its node; a terminal is its own number from the
    // start.
    const bool listed = words_.has_lists() && !diagram.is_terminal(root);
    walkers_.push_back({std::move(diagram), fmt::format("{}", listed ? 0 : root), {root}});
    return walkers_.size() - 1;
}

std::vector<SqlColumn> SqlWalk::states() const {
    std::vector<SqlColumn> columns;
    for (const SqlWalker& walker : walkers_) {
        if (!is_constant(walker)) columns.push_back(SqlColumn::as_it_is(walker.state));
    }
    return columns;
}

bool SqlWalk::has_nodes(const NumberedDiagram& diagram, std::size_t level) const {
    const auto [first, last] = nodes_at(diagram, level);
    return first != last;
}

void SqlWalk::add_to(SqlChain& chain, std::size_t levels, const std::vector<std::string>& kept) {
    std::vector<std::size_t> looked_at;
    for (std::size_t level = 0; level < levels; ++level) {
        const auto looks = [&](const SqlWalker& w) { return has_nodes(w.diagram, level); };
        if (std::any_of(walkers_.begin(), walkers_.end(), looks)) looked_at.push_back(level);
    }
    for (std::size_t i = 0; i < looked_at.size(); ++i) {
        std::vector<SqlColumn> passed;
        for (const std::string& name : kept) passed.push_back(SqlColumn::as_it_is(name));
        // An edge is passed on until its level is done.
        for (std::size_t later = i + 1; later < looked_at.size(); ++later)
            passed.push_back(SqlColumn::as_it_is(SqlCells::edge_column(looked_at[later])));
        add_level(chain, looked_at[i], std::move(passed));
    }
}

void SqlWalk::add_level(SqlChain& chain, std::size_t level, std::vector<SqlColumn> columns) {
    for (std::size_t i = 0; i < walkers_.size(); ++i) {
        SqlWalker& walker = walkers_[i];
        if (has_nodes(walker.diagram, level)) {
            const std::string next = fmt::format("_s{}_{}", i, level);
            columns.push_back(
                {words_.has_lists() ? look_up(walker, level) : step(walker, level), next});
            walker.state = next;
        } else if (!is_constant(walker)) {
            columns.push_back(SqlColumn::as_it_is(walker.state));
        }
    }
    chain.add(fmt::format("_level{}", level), columns);
}

/// The number of the next node. Rows that have passed this level, or are settled, stay where they
/// are: the numbers of a level lie side by side.
std::string SqlWalk::step(const SqlWalker& walker, std::size_t level) {
    const NumberedDiagram& diagram = walker.diagram;
    const auto [first, last] = nodes_at(diagram, level);
    SqlChoices by_edge;
    for (std::size_t edge = 0; edge < diagram.nodes[first].edges.size(); ++edge) {
        SqlChoices by_node;
        for (std::size_t node = first; node < last; ++node) {
            by_node.emplace_back(fmt::format("{}", diagram.number_of_node(node)),
                                 fmt::format("{}", diagram.nodes[node].edges[edge]));
        }
        by_edge.emplace_back(fmt::format("{}", edge), case_among(walker.state, by_node));
    }
    std::string next = case_among(SqlCells::edge_column(level), by_edge);
    if (is_constant(walker)) return next;
    return fmt::format("CASE WHEN {0} < {1} OR {0} > {2} THEN {0} ELSE {3} END", walker.state,
                       diagram.number_of_node(first), diagram.number_of_node(last - 1), next);
}

/// The same by a list: for each node where a row may stand, and each edge, what follows.
std::string SqlWalk::look_up(SqlWalker& walker, std::size_t level) {
    const NumberedDiagram& diagram = walker.diagram;
    const auto [first, last] = nodes_at(diagram, level);
    const std::size_t edges = diagram.nodes[first].edges.size();
    const bool ends = last == diagram.nodes.size();
    std::vector<std::size_t> arrived;
    std::vector<std::size_t> values;
    const auto value_of = [&](std::size_t number) {
        if (ends) return number;
        const auto known = std::find(arrived.begin(), arrived.end(), number);
        const auto value = static_cast<std::size_t>(known - arrived.begin());
        if (value == arrived.size()) arrived.push_back(number);
        return value;
    };
    for (const std::size_t number : walker.nodes) {
        const bool here = !diagram.is_terminal(number) &&
                          diagram.nodes[number - diagram.terminals.size()].level == level;
        for (std::size_t edge = 0; edge < edges; ++edge) {
            values.push_back(value_of(
                here ? diagram.nodes[number - diagram.terminals.size()].edges[edge] : number));
        }
    }
    walker.nodes = std::move(arrived);
    return fmt::format("[{}][{} * {} + {} + 1]", fmt::join(values, ", "), walker.state, edges,
                       SqlCells::edge_column(level));
}

}  // namespace scr::criteria
