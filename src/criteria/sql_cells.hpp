#pragma once

#include <string>
#include <vector>

#include "criteria/levels.hpp"
#include "criteria/sql_case.hpp"
#include "criteria/sql_chain.hpp"

namespace scr::criteria {

/// Reads the cells of a row as read_cell does, and what is blank as read_silence does, down to the
/// edge that each fact takes.
class SqlCells {
 public:
    SqlCells(const Criteria& criteria, const Levels& levels, const SqlWords& words)
        : criteria_(criteria), levels_(levels), words_(words) {}

    /// Adds the queries that leave the columns `ref_column`, `problem_column` (empty where every
    /// cell could be read) and the edge of each level.
    void add_to(SqlChain&) const;

    static constexpr const char* ref_column = "_ref";
    static constexpr const char* problem_column = "_unread";
    static std::string edge_column(std::size_t level);

 private:
    /// The edges for a blank cell and for a written unknown.
    struct Silence {
        std::size_t blank = 0;
        std::size_t unknown = 0;
    };

    std::vector<SqlColumn> words() const;
    std::vector<SqlColumn> digits() const;
    std::vector<SqlColumn> numbers() const;
    std::vector<SqlColumn> edges() const;
    std::string number(std::size_t fact) const;
    std::string edge(std::size_t level) const;
    std::string edge_of_cell(std::size_t cell_fact, std::size_t level, const Silence&) const;
    std::string edge_of_integer(const std::string& cell, std::size_t level, const Silence&) const;
    SqlChoices answers(std::size_t level) const;
    Silence own_silence(std::size_t level) const;
    Silence shared_silence(std::size_t level) const;
    std::string problem() const;
    /// What the column of a fact is called once integers were read.
    std::string cell(std::size_t fact) const;
    bool has_integers() const;

    const Criteria& criteria_;
    const Levels& levels_;
    const SqlWords& words_;
};

}  // namespace scr::criteria
