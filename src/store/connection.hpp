#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "scr/record/civil_date.hpp"
#include "store/value.hpp"

namespace scr::store {

class Connection;
struct Table;

/// Of a statement that may miss rows which wait to be written (see WaitingWriter), where to write
/// them first would cost more than the statement and its user knows them anyhow.
struct PastWaitingRows {};
/// Of a statement that reads these tables of the log and no other: what waits of the others may go
/// on waiting. To be written where the statement is run, for the list lasts as long.
struct Of {
    std::initializer_list<const Table*> tables;
};
/// Of a statement of the writer itself.
struct OfTheWriter {};

/// A change that lets rows wait, and may have another thread write them.
class WaitingWriter {
 public:
    virtual ~WaitingWriter() = default;
    /// Writes what waits, so that who reads next sees it.
    virtual void write_waiting() = 0;
    /// Writes it where some of it belongs to one of the tables; what waits later refers to what
    /// waits before, so then it is all that waits. Else like wait().
    virtual void write_waiting_of(std::initializer_list<const Table*> tables) = 0;
    /// Waits until no other thread uses the connection.
    virtual void wait() = 0;
};

/// One run of a prepared statement. Destroyed, it gives the statement back to the connection and
/// with it the read lock; so hold one no longer than its rows are needed.
class Cursor {
 public:
    template <class... Arguments>
    Cursor(Connection& connection, std::string_view sql, const Arguments&... arguments);
    template <class... Arguments>
    Cursor(Of, Connection& connection, std::string_view sql, const Arguments&... arguments);
    template <class... Arguments>
    Cursor(PastWaitingRows, Connection& connection, std::string_view sql,
           const Arguments&... arguments);
    template <class... Arguments>
    Cursor(OfTheWriter, Connection& connection, std::string_view sql,
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
        if (writer_ != nullptr) writer_->write_waiting();
        return integer(PastWaitingRows{}, sql, arguments...);
    }
    /// `seen`: PastWaitingRows or Of.
    template <class Seen, class... Arguments>
        requires(!std::is_convertible_v<Seen, std::string_view>)
    std::optional<std::int64_t> integer(Seen seen, std::string_view sql,
                                        const Arguments&... arguments) {
        Cursor row(seen, *this, sql, arguments...);
        if (!row.step() || row.is_null(0)) return std::nullopt;
        return row.integer(0);
    }

    /// The first column of the first row; blank without a row or with a null.
    template <class... Arguments>
    std::string text(PastWaitingRows past, std::string_view sql, const Arguments&... arguments) {
        Cursor row(past, *this, sql, arguments...);
        return row.step() ? row.text(0) : "";
    }

    /// Runs one or several statements without parameters.
    void execute(const std::string& sql) {
        if (writer_ != nullptr) writer_->wait();
        database_.exec(sql);
    }
    bool in_transaction() const;

    SQLite::Database& database() { return database_; }

    /// A number for what this connection has written and not taken back: no other connection of
    /// this process has it, and after a change that was given up it is another.
    std::uint64_t serial() const { return serial_; }
    void renew_serial();

    /// Asked before every statement until it is taken away again (null).
    void set_writer(WaitingWriter* writer) { writer_ = writer; }
    /// Whether a change is under way here, so that nobody else writes.
    bool has_writer() const { return writer_ != nullptr; }
    /// Whether a Cursor is open. No other thread may use the connection then.
    bool in_use() const { return open_cursors_ > 0; }

 private:
    friend class Cursor;

    /// A statement in use is not shared: a nested run of the same text gets its own.
    std::unique_ptr<SQLite::Statement> take(std::string_view sql);
    void give_back(std::unique_ptr<SQLite::Statement> statement);

    int patience_;  ///< milliseconds to wait for others
    SQLite::Database database_;
    std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> idle_;
    int open_cursors_ = 0;
    WaitingWriter* writer_ = nullptr;
    std::uint64_t serial_ = 0;
};

template <class... Arguments>
Cursor::Cursor(Connection& connection, std::string_view sql, const Arguments&... arguments)
    : Cursor(((connection.writer_ != nullptr ? connection.writer_->write_waiting() : void()),
              OfTheWriter{}),
             connection, sql, arguments...) {}

template <class... Arguments>
Cursor::Cursor(Of of, Connection& connection, std::string_view sql, const Arguments&... arguments)
    : Cursor(((connection.writer_ != nullptr ? connection.writer_->write_waiting_of(of.tables)
                                             : void()),
              OfTheWriter{}),
             connection, sql, arguments...) {}

template <class... Arguments>
Cursor::Cursor(PastWaitingRows, Connection& connection, std::string_view sql,
               const Arguments&... arguments)
    : Cursor(((connection.writer_ != nullptr ? connection.writer_->wait() : void()), OfTheWriter{}),
             connection, sql, arguments...) {}

template <class... Arguments>
Cursor::Cursor(OfTheWriter, Connection& connection, std::string_view sql,
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
