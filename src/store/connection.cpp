#include "store/connection.hpp"

#include <SQLiteCpp/Column.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>

#include "store/failures.hpp"
#include "store/transaction/row_group_table.hpp"

namespace scr::store {
namespace {

/// To be called before the first database is opened. Nobody asks how much memory SQLite uses, and
/// to count it takes a lock for each piece.
const std::string& before_opening(const std::string& name) {
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return name;
}

// Room for the small pieces of every statement that a load keeps prepared: bytes and pieces.
constexpr int lookaside_size = 1'200;
constexpr int lookaside_count = 500;

void configure(sqlite3* handle) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_LOOKASIDE, nullptr, lookaside_size, lookaside_count);
    static constexpr std::array<std::array<int, 2>, 5> switches{{
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
    }};
    for (const auto& [name, value] : switches) sqlite3_db_config(handle, name, value, nullptr);
    static constexpr std::array<std::array<int, 2>, 4> limits{{
        {SQLITE_LIMIT_LENGTH, 16'000'000},
        {SQLITE_LIMIT_SQL_LENGTH, 100'000},
        {SQLITE_LIMIT_EXPR_DEPTH, 100},
        {SQLITE_LIMIT_ATTACHED, 0},
    }};
    for (const auto& [name, value] : limits) sqlite3_limit(handle, name, value);
    sqlite3_extended_result_codes(handle, 1);
}

// synchronous=EXTRA: with less, a power cut can bring back the journal and so undo a commit that
// was acknowledged. The cache holds what a large load changes before its commit, for a spill shuts
// every reader out: 128 MiB for the portions of a load, up to 1 GiB for one that is all or nothing.
// The size of pages is that of new stores: with half of it a load takes five to fifteen percent
// longer.
constexpr const char* pragmas =
    "PRAGMA page_size=8192; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;"
    "PRAGMA recursive_triggers=ON;"
    "PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-131072; PRAGMA cache_spill=-1048576;";

// The library's own way of waiting comes back ten times a second, and would miss the moment between
// two portions of a load.
constexpr int milliseconds_between_tries = 3;

int wait_for_turn(void* connection_patience, int tries) {
    const int patience = *static_cast<const int*>(connection_patience);
    if (tries >= patience / milliseconds_between_tries) return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds_between_tries));
    return 1;
}

}  // namespace

Cursor::~Cursor() {
    connection_.give_back(std::move(statement_));
}

void Cursor::bind(int index, std::int64_t value) {
    statement_->bind(index, value);
}

void Cursor::bind(int index, const std::string& value) {
    statement_->bind(index, value);
}

void Cursor::run() {
    statement_->exec();
    statement_->reset();
}

std::int64_t Cursor::integer(int column) const {
    return statement_->getColumn(column).getInt64();
}

std::string Cursor::text(int column) const {
    const auto content = statement_->getColumn(column);
    const auto* bytes = static_cast<const char*>(content.getBlob());
    return bytes ? std::string(bytes, static_cast<std::size_t>(content.getBytes())) : std::string();
}

record::CivilDate Cursor::date(int column) const {
    const auto date = record::parse_civil_date(text(column));
    if (!date) throw Damaged();
    return *date;
}

std::optional<record::CivilDate> Cursor::optional_date(int column) const {
    if (is_null(column)) return std::nullopt;
    return date(column);
}

Value Cursor::value(int column) const {
    switch (statement_->getColumn(column).getType()) {
        case SQLITE_NULL: return {};
        case SQLITE_INTEGER: return integer(column);
        case SQLITE_BLOB: return Blob{text(column)};
        default: return text(column);
    }
}

Connection::Connection(const std::string& name, int flags, int busy_milliseconds)
    : patience_(busy_milliseconds), database_(before_opening(name), flags) {
    sqlite3_busy_handler(database_.getHandle(), wait_for_turn, &patience_);
    configure(database_.getHandle());
    renew_serial();
    declare_row_group_table(database_.getHandle());
    database_.exec(pragmas);
}

void Connection::renew_serial() {
    static std::atomic<std::uint64_t> last = 0;
    serial_ = ++last;
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

std::unique_ptr<SQLite::Statement> Connection::take(std::string_view sql) {
    const auto found = idle_.find(sql);
    const bool is_idle = found != idle_.end() && found->second;
    auto statement = is_idle ? std::move(found->second)
                             : std::make_unique<SQLite::Statement>(database_, std::string(sql));
    ++open_cursors_;
    return statement;
}

void Connection::give_back(std::unique_ptr<SQLite::Statement> statement) {
    --open_cursors_;
    statement->tryReset();
    statement->clearBindings();
    auto& place = idle_[statement->getQuery()];
    if (!place) place = std::move(statement);
}

Snapshot::Snapshot(Connection& connection)
    : connection_(connection), mine_(!connection.in_transaction()) {
    if (mine_) connection_.execute("BEGIN");
}

Snapshot::~Snapshot() {
    if (mine_ && connection_.in_transaction()) connection_.database().tryExec("ROLLBACK");
}

}  // namespace scr::store
