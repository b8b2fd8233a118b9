#include "store/opening.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/backup.hpp"
#include "store/failures.hpp"
#include "store/migrate.hpp"
#include "store/store_file.hpp"

namespace scr::store {
namespace {

using Mode = OpenOptions::Mode;

std::unique_ptr<Connection> connect(const OpenOptions& options, int access) {
    auto connection = std::make_unique<Connection>(
        options.file.string(), access | SQLITE_OPEN_NOMUTEX, options.busy_seconds * 1000);
    // Not WAL, whatever the file says: see Connection for the other settings.
    if (access == SQLITE_OPEN_READWRITE) connection->integer("PRAGMA journal_mode=DELETE");
    return connection;
}

/// A writer that was killed leaves its journal; the first connection that may write rolls it back.
void recover(const OpenOptions& options) {
    const auto writable = connect(options, SQLITE_OPEN_READWRITE);
    writable->integer("SELECT count(*) FROM sqlite_schema");
}

std::unique_ptr<Connection> connect_for_reading(const OpenOptions& options) {
    try {
        auto connection = connect(options, SQLITE_OPEN_READONLY);
        connection->integer("SELECT count(*) FROM sqlite_schema");
        return connection;
    } catch (const SQLite::Exception& error) {
        if (error.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK) throw;
    }
    recover(options);
    return connect(options, SQLITE_OPEN_READONLY);
}

/// Brings the file to the schema of this program; an older one is kept beside it. A store is made
/// whole (see make), so an empty file is one that lost its content: only who begins anew goes on.
void upgrade(Connection& connection, const OpenOptions& options, int version) {
    if (version == 0 && options.mode != Mode::begin) {
        throw Failure(FailureKind::store, "the store is empty", options.file.string(),
                      "no scr leaves it so: its content was lost",
                      "put a backup in its place, or begin anew with `scr store init`");
    }
    if (version > 0) {
        back_up(connection,
                std::filesystem::path(options.file).concat(fmt::format(".schema-{}", version)));
    }
    migrate(connection, options.file.string());
}

std::unique_ptr<Connection> open_for_writing(const OpenOptions& options) {
    auto connection = connect(options, SQLITE_OPEN_READWRITE);
    const int version = schema_version(*connection, options.file.string());
    if (version < newest_schema_version()) upgrade(*connection, options, version);
    return connection;
}

/// Made beside its place and put there whole: no crash leaves half a store. Where another was
/// faster, its store stays.
void make(const OpenOptions& options) {
    remove_unfinished(options.file);
    OpenOptions beside = options;
    beside.file += fmt::format("{}{}", making_suffix, getpid());
    beside.mode = Mode::begin;
    create_private_file(beside.file);
    open_for_writing(beside);
    put_in_place(beside.file, options.file);
}

std::unique_ptr<Connection> open_for_reading(const OpenOptions& options) {
    auto connection = connect_for_reading(options);
    if (schema_version(*connection, options.file.string()) == newest_schema_version()) {
        return connection;
    }
    connection.reset();
    open_for_writing(options);
    return connect(options, SQLITE_OPEN_READONLY);
}

std::unique_ptr<Connection> open_copy(const OpenOptions& options) {
    auto copy =
        std::make_unique<Connection>(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0);
    if (store::exists(options.file)) {
        require_private_file(options.file);
        const auto source = connect_for_reading(options);
        copy_database(*source, *copy);
    }
    if (schema_version(*copy, options.file.string()) < newest_schema_version()) {
        migrate(*copy, options.file.string());
    }
    return copy;
}

}  // namespace

std::unique_ptr<Connection> open_connection(const OpenOptions& options) {
    return guarded(options.file.string(), [&] {
        if (options.mode == Mode::dry_run) return open_copy(options);
        const bool may_make = options.mode == Mode::create || options.mode == Mode::begin;
        if (may_make && !store::exists(options.file)) make(options);
        require_private_file(options.file);
        return options.mode == Mode::read_only ? open_for_reading(options)
                                               : open_for_writing(options);
    });
}

}  // namespace scr::store
