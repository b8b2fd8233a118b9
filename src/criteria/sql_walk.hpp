#pragma once

#include <string>
#include <vector>

#include "criteria/numbered_diagram.hpp"
#include "criteria/sql_case.hpp"
#include "criteria/sql_chain.hpp"

namespace scr::criteria {

/// A diagram on its way down: where a row stands in it.
struct SqlWalker {
    NumberedDiagram diagram;
    /// The column that holds the number of the node, or that number itself as long as it is the
    /// same for every row.
    std::string state;
    /// Where states are looked up in lists: the node that each value of `state` stands for. In the
    /// end, as everywhere else, the value is the number of the terminal.
    std::vector<std::size_t> nodes;
};

/// Walks any number of diagrams at once, one query a level. Its text has one entry at most for
/// each edge, and a name for each diagram and level.
class SqlWalk {
 public:
    explicit SqlWalk(const SqlWords& words) : words_(words) {}

    /// The position of the diagram among walkers().
    std::size_t add(NumberedDiagram diagram);

    /// Adds the queries. They read the columns of SqlCells and pass on `kept`.
    void add_to(SqlChain&, std::size_t levels, const std::vector<std::string>& kept);

    const std::vector<SqlWalker>& walkers() const { return walkers_; }
    const SqlWalker& walker(std::size_t index) const { return walkers_[index]; }
    /// The columns that hold a state.
    std::vector<SqlColumn> states() const;

 private:
    bool has_nodes(const NumberedDiagram&, std::size_t level) const;
    void add_level(SqlChain&, std::size_t level, std::vector<SqlColumn> passed);
    static std::string step(const SqlWalker&, std::size_t level);
    static std::string look_up(SqlWalker&, std::size_t level);

    const SqlWords& words_;
    std::vector<SqlWalker> walkers_;
};

}  // namespace scr::criteria
