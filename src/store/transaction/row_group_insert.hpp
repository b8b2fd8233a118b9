#pragma once

#include <memory>
#include <optional>
#include <string>

#include "store/table.hpp"
#include "store/transaction/row_group.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace scr::store {

/// Inserts the rows of groups into their table.
///
/// One statement for a whole group takes half of the time that one for each row would: the library
/// stays at the end of each index in place of finding it anew. Only for rows whose names come in no
/// order the single ones are quicker: a statement of many rows copies each page that it changes, to
/// take itself back, and there each row falls into a page of its own.
class RowGroupInsert {
 public:
    /// `connection`: must outlive it. Throws SQLite::Exception.
    RowGroupInsert(sqlite3* connection, const Table& table);

    /// Throws SQLite::Exception; then some of the rows may be there.
    void run(const RowGroup& group);

 private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    Statement prepare(const std::string& sql) const;
    bool is_in_order(const RowGroup& group) const;
    void insert_row(const RowGroup& group, std::size_t row);
    void step(sqlite3_stmt* statement) const;

    sqlite3* connection_;
    std::optional<std::size_t> names_;  ///< the table's column of names
    Statement many_;
    Statement one_;
};

}  // namespace scr::store
