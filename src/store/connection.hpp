#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "scr/record/civil_date.hpp"
#include "store/value.hpp"

namespace scr::store {

class Connection;

/// Of a statement that may miss rows which wait to be written (see Connection::write_first), where
/// to write them first would cost more than the statement and its user knows them anyhow.
struct PastWaitingRows {};

/// One run of a prepared statement. Destroyed, it gives the statement back to the connection and
/// with it the read lock; so hold one no longer than its rows are needed.
class Cursor {
 public:
    template <class... Arguments>
    Cursor(Connection& connection, std::string_view sql, const Arguments&... arguments);
    template <class... Arguments>
    Cursor(PastWaitingRows, Connection& connection, std::string_view sql,
           const Arguments&... arguments);
    ~Cursor();
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;

    void bind(int index, std::int64_t value);
    void bind(int index, const std::string& value);

    /// Goes to the next row; false after the last one.
    bool step() { return statement_->executeStep(); }
    /// Runs a statement without rows and makes it ready for the next values.
    void run();

    bool is_null(int column) const { return statement_->isColumnNull(column); }
    std::int64_t integer(int column) const;
    /// Blank for a null.
    std::string text(int column) const;
    /// Throws Damaged where the column holds no date.
    record::CivilDate date(int column) const;
    std::optional<record::CivilDate> optional_date(int column) const;
    Value value(int column) const;

 private:
    Connection& connection_;
    std::unique_ptr<SQLite::Statement> statement_;
};

/// A database connection with the settings of a store, and its prepared statements: each is made
/// at its first use and kept.
class Connection {
 public:
    /// `name` is a path or `:memory:`. Throws SQLite::Exception.
    Connection(const std::string& name, int flags, int busy_milliseconds);
    // The library holds the place of a member.
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    template <class... Arguments>
    Cursor query(std::string_view sql, const Arguments&... arguments) {
        return Cursor(*this, sql, arguments...);
    }

    /// The first column of the first row; nothing without a row or with a null.
    template <class... Arguments>
    std::optional<std::int64_t> integer(std::string_view sql, const Arguments&... arguments) {
        write_waiting_rows();
        return integer(PastWaitingRows{}, sql, arguments...);
    }
    template <class... Arguments>
    std::optional<std::int64_t> integer(PastWaitingRows past, std::string_view sql,
                                        const Arguments&... arguments) {
        Cursor row(past, *this, sql, arguments...);
        if (!row.step() || row.is_null(0)) return std::nullopt;
        return row.integer(0);
    }

    /// Runs one or several statements without parameters.
    void execute(const std::string& sql) { database_.exec(sql); }
    bool in_transaction() const;

    SQLite::Database& database() { return database_; }

    /// A change that lets rows wait has `write` called before every statement, so that each sees
    /// them; nothing when it is done.
    void write_first(std::function<void()> write) { write_waiting_rows_ = std::move(write); }

 private:
    friend class Cursor;
    void write_waiting_rows() {
        if (write_waiting_rows_) write_waiting_rows_();
    }

    /// A statement in use is not shared: a nested run of the same text gets its own.
    std::unique_ptr<SQLite::Statement> take(std::string_view sql);
    void give_back(std::unique_ptr<SQLite::Statement> statement);

    int patience_;  ///< milliseconds to wait for others
    SQLite::Database database_;
    std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> idle_;
    std::function<void()> write_waiting_rows_;
};

template <class... Arguments>
Cursor::Cursor(Connection& connection, std::string_view sql, const Arguments&... arguments)
    : Cursor((connection.write_waiting_rows(), PastWaitingRows{}), connection, sql, arguments...) {}

template <class... Arguments>
Cursor::Cursor(PastWaitingRows, Connection& connection, std::string_view sql,
               const Arguments&... arguments)
    : connection_(connection), statement_(connection.take(sql)) {
    int index = 0;
    (bind(++index, arguments), ...);
}

/// A read transaction, so that several statements see one state of the store. Within a transaction
/// that is already open it does nothing.
class Snapshot {
 public:
    explicit Snapshot(Connection& connection);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

 private:
    Connection& connection_;
    bool mine_;
};

}  // namespace scr::store
