#pragma once

#include <string>
#include <string_view>

#include "scr/criteria/sql_export.hpp"

namespace scr::criteria {

/// How one database says the few things that are not said alike everywhere. What is not here
/// (CASE, BETWEEN, length, substr, coalesce, `||`) means the same in all of them.
class SqlWords {
 public:
    explicit SqlWords(SqlDialect dialect) : dialect_(dialect) {}

    /// `text` as a literal.
    std::string literal(std::string_view text) const;
    /// The name of a column that is not ours: it may be a word of the language.
    std::string name(std::string_view id) const;
    /// Whatever type the column has, as text.
    std::string as_text(const std::string& expression) const;
    /// Without the spaces, tabs, carriage returns and line feeds around it.
    std::string trimmed(const std::string& expression) const;
    /// ASCII letters in lower case and no others: a Kelvin sign is no k.
    std::string lower(const std::string& expression) const;
    /// Without any of `characters` (letters or digits) at its beginning; at both ends.
    std::string without_leading(std::string_view characters, const std::string& expression) const;
    std::string without_outer(std::string_view characters, const std::string& expression) const;
    /// What ends a nested query so that its expressions are worked out once: an optimiser that puts
    /// them in the place of their names would double the text at each level.
    std::string_view end_of_nested() const;
    /// Whether `[4, 2, 7][n]` is the n-th of a list, counted from 1. Where it is, a walk looks up
    /// its next node so: ClickHouse works out anew what a branch of a CASE names, so that there a
    /// step must name where it comes from once and no more.
    bool has_lists() const { return dialect_ == SqlDialect::clickhouse; }

 private:
    std::string trim(std::string_view side, const std::string& characters,
                     const std::string& expression) const;

    SqlDialect dialect_;
};

}  // namespace scr::criteria
