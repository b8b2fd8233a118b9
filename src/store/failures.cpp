#include "store/failures.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace scr::store {
namespace {

Failure store_failure(const std::string& text, const std::string& file, const std::string& note,
                      const std::string& help) {
    return {FailureKind::store, text, file, note, help};
}

Failure in_doubt(const std::string& file, int code) {
    return {FailureKind::in_doubt, "an error at the commit: whether the change was kept is unknown",
            file, sqlite3_errstr(code),
            "run the same command again: it is safe and settles the matter"};
}

/// An error after which the commit may or may not have happened: the journal may be gone although
/// the sync of its folder failed.
bool leaves_doubt(int code) {
    const int primary = code & 0xff;
    return primary == SQLITE_IOERR || primary == SQLITE_NOMEM;
}

}  // namespace

Failure damaged(const std::string& file) {
    return store_failure("the store is damaged", file, "",
                         "put a backup in its place and keep the damaged file");
}

Failure locked(const std::string& file) {
    return store_failure("the store is locked by another command", file, "",
                         "try again when the other command is done");
}

// The message of the database is not passed on: one of a constraint may quote a value.
Failure failure_of(const SQLite::Exception& error, const std::string& file, bool committing) {
    // The library leaves the extended code at -1 where it had no connection to ask.
    const int extended = error.getExtendedErrorCode();
    const int code = extended > 0 ? extended : error.getErrorCode();
    if (committing && leaves_doubt(code)) return in_doubt(file, code);
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return locked(file);
        case SQLITE_FULL:
            return store_failure("the disk is full", file, "the change under way was not recorded",
                                 "make room on the disk and run the same command again");
        case SQLITE_READONLY:
            return store_failure("the store can only be read", file, "",
                                 "check the permissions of the file and of its folder");
        case SQLITE_CORRUPT: return damaged(file);
        case SQLITE_NOTADB:
            return store_failure("the file is not a store, or its head is damaged", file, "",
                                 "check `--store`, or put a backup in its place");
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return store_failure("the store cannot be opened", file, sqlite3_errstr(code),
                                 "check the permissions of the file and of its folder");
        case SQLITE_TOOBIG:
            return {FailureKind::refused, "a text is larger than 16 MB", file, "",
                    "shorten it, or keep it outside the record"};
        case SQLITE_CONSTRAINT:
            return {FailureKind::bug, "the store refused a row that breaks one of its rules", file,
                    sqlite3_errstr(code), ""};
        default:
            return store_failure("the store could not do it", file, sqlite3_errstr(code),
                                 "check the disk: `scr store check`");
    }
}

std::int64_t require(const std::optional<std::int64_t>& id, std::string_view noun,
                     std::string_view reference) {
    if (id) return *id;
    throw Failure(FailureKind::not_allowed, fmt::format("there is no {} `{}`", noun, reference));
}

}  // namespace scr::store
