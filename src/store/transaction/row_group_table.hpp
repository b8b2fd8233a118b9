#pragma once

#include <memory>

#include "store/table.hpp"
#include "store/transaction/row_group.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace scr::store {

/// Makes `row_group(?)` known to a connection: the rows of a RowGroup as a table that statements
/// can read and the schema cannot.
void declare_row_group_table(sqlite3* connection);

/// The statement that inserts the rows of a group into their table. With many rows it takes half of
/// the time that a statement for each of them would: the library stays at the end of each index in
/// place of finding it anew.
class RowGroupInsert {
 public:
    /// `connection`: must outlive it. Throws SQLite::Exception.
    RowGroupInsert(sqlite3* connection, const Table& table);

    /// Inserts all rows or, throwing SQLite::Exception, none.
    void run(const RowGroup& group);

 private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace scr::store
