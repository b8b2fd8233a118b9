#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "criteria/sql_dialect.hpp"

namespace scr::criteria {

/// A column of a nested query: where it comes from and what it is called.
struct SqlColumn {
    std::string expression;
    std::string name;

    /// Passed through under its name.
    static SqlColumn as_it_is(const std::string& name) { return {name, name}; }
};

/// Queries of which each reads the one before it, put down as one statement. A list and not a nest:
/// parsers are not made for a depth that grows with the number of facts.
///
/// INVARIANT: no column is called like one of the query before it, unless it is that one; some
/// databases would take the name for the new one. Names of ours begin with an underscore, which no
/// name in a criteria file does.
class SqlChain {
 public:
    SqlChain(const SqlWords& words, std::string_view table);

    void add(std::string_view name, const std::vector<SqlColumn>& columns);
    /// The whole statement, `columns` being its result.
    std::string finish(const std::vector<SqlColumn>& columns);

 private:
    std::string select(const std::vector<SqlColumn>& columns) const;

    const SqlWords& words_;
    std::string text_;
    std::string source_;
};

/// The texts one after the other. A balanced tree, since databases limit how deep an expression is.
std::string concatenated(const std::vector<std::string>& expressions);

}  // namespace scr::criteria
