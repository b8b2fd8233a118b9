#include "store/failures.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

using namespace scr;

namespace {

Failure failure(int code, bool committing = false) {
    return store::failure_of(SQLite::Exception("a value of the row", code), "scr.db", committing);
}

}  // namespace

TEST_CASE("an I/O error at the commit leaves the outcome in doubt") {
    const auto doubtful = failure(SQLITE_IOERR_DIR_FSYNC, true);
    CHECK(doubtful.kind() == FailureKind::in_doubt);
    CHECK(std::string(doubtful.what()).find("unknown") != std::string::npos);
    CHECK(doubtful.help().find("run the same command again") != std::string::npos);

    SUBCASE("but one before it does not") {
        CHECK(failure(SQLITE_IOERR_DIR_FSYNC).kind() == FailureKind::store);
    }
    SUBCASE("nor a lock or a full disk") {
        CHECK(failure(SQLITE_BUSY, true).kind() == FailureKind::store);
        CHECK(failure(SQLITE_FULL, true).kind() == FailureKind::store);
    }
}

TEST_CASE("every failure of the store names the file and hides the row") {
    for (const int code :
         {SQLITE_BUSY, SQLITE_FULL, SQLITE_READONLY, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN,
          SQLITE_TOOBIG, SQLITE_CONSTRAINT_UNIQUE, SQLITE_ERROR}) {
        const auto told = failure(code);
        CAPTURE(code);
        CHECK(told.where() == "scr.db");
        CHECK(std::string(told.what()).find("a value") == std::string::npos);
        CHECK(told.note().find("a value") == std::string::npos);
        CHECK((told.kind() == FailureKind::bug || !told.help().empty()));
    }
}

TEST_CASE("a text beyond the limit is refused as the writer's") {
    CHECK(failure(SQLITE_TOOBIG).kind() == FailureKind::refused);
}
