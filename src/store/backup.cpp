#include "store/backup.hpp"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "store/event_log.hpp"
#include "store/failures.hpp"
#include "store/store_file.hpp"

namespace scr::store {
namespace {

namespace fs = std::filesystem;

std::string head_hash(Connection& connection) {
    const auto head = newest_event(connection);
    return head ? head->hash : no_event_hash();
}

/// Throws where the file system refused.
void require_done(const std::error_code& error, const fs::path& file) {
    if (!error) return;
    throw Failure(FailureKind::store, "the backup cannot be written", file.string(),
                  error.message(), "check the permissions of the folder, or name another file");
}

void verify_copy(Connection& source, Connection& copy, const fs::path& file) {
    Cursor row(copy, "PRAGMA integrity_check(1)");
    if (row.step() && row.text(0) == "ok" && head_hash(copy) == head_hash(source)) return;
    throw Failure(FailureKind::store, "the backup is not a true copy", file.string(), "",
                  "check the store and the disk: `scr store check`");
}

}  // namespace

void copy_database(Connection& from, Connection& to) {
    SQLite::Backup copy(to.database(), from.database());
    if (copy.executeStep(-1) != SQLITE_DONE) throw locked("");
}

void back_up(Connection& source, const fs::path& target) {
    const fs::path part = fs::path(target).concat(".part");
    std::error_code error;
    fs::remove(part, error);
    require_done(error, part);
    create_private_file(part);
    {
        Connection copy(part.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0);
        copy_database(source, copy);
        verify_copy(source, copy, part);
    }
    fs::rename(part, target, error);
    require_done(error, target);
    sync_folder(target.parent_path());
}

}  // namespace scr::store
