#include "store/migrate.hpp"

#include <fmt/format.h>

#include "store/failures.hpp"
#include "store/transaction/transaction.hpp"

namespace scr::store {
namespace {

constexpr std::int64_t application_id = 0x73637231;  // "scr1"

}  // namespace

int newest_schema_version() {
    return static_cast<int>(embedded::files().size());
}

int schema_version(Connection& connection, const std::string& file) {
    const auto application = connection.integer("PRAGMA application_id").value_or(0);
    const auto version = connection.integer("PRAGMA user_version").value_or(0);
    if (application == 0 && version == 0 &&
        connection.integer("SELECT count(*) FROM sqlite_schema") == 0) {
        return 0;
    }
    if (application != application_id) {
        throw Failure(FailureKind::store, "the file is a database of another program", file, "",
                      "name another file with `--store`");
    }
    if (version > newest_schema_version()) {
        throw Failure(FailureKind::store, "the store was made by a newer scr", file,
                      fmt::format("its schema is {}, this program knows {}", version,
                                  newest_schema_version()),
                      "install the newer version of scr");
    }
    if (version < 1) throw damaged(file);
    return static_cast<int>(version);
}

void migrate(Connection& connection, const std::string& file) {
    Transaction transaction(connection);
    // Asked again under the lock: another command may have been quicker.
    const auto done = static_cast<std::size_t>(schema_version(connection, file));
    const auto migrations = embedded::files();
    for (const auto& migration : migrations.subspan(done)) {
        connection.execute(std::string(migration.content));
    }
    connection.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                   application_id, migrations.size()));
    transaction.commit();
}

}  // namespace scr::store
