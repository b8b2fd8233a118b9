#pragma once

#include <cstddef>
#include <string>

#include "store/transaction/row_group.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace scr::store {

/// Makes `row_group(?)` known to a connection: the rows of a RowGroup as a table that statements
/// can read and the schema cannot.
void declare_row_group_table(sqlite3* connection);

/// The columns of `row_group` for rows of a table with `count` columns beside id and event.
std::string row_group_columns(std::size_t count);

/// Makes the group the first parameter of the statement: that of its `row_group(?)`.
void bind_row_group(sqlite3_stmt* statement, const RowGroup& group);

}  // namespace scr::store
