#include <doctest/doctest.h>

#include "scr/store/check.hpp"
#include "store/connection.hpp"
#include "store/event_log.hpp"
#include "store/migrate.hpp"
#include "store/sample.hpp"
#include "store/table.hpp"

using namespace scr;
using namespace scr::store::test;

namespace {

struct Recorded {
    TemporaryFolder folder;
    Recorded() {
        static const std::string bytes = [] {
            const TemporaryFolder once;
            record_life(*create(once.file()));
            return bytes_of(once.file());
        }();
        write_bytes(folder.file(), bytes);
    }
    casework::AuditReport verify() const {
        return store::open(options(folder.file(), store::OpenOptions::Mode::read_only))->verify();
    }
};

}  // namespace

TEST_CASE("an untouched record has no finding") {
    const Recorded recorded;
    const auto report = recorded.verify();
    CHECK(report.events == 4);
    CHECK(report.rows == 28);
    CHECK(report.findings.empty());
    CHECK(store::check(recorded.folder.file()).empty());
}

TEST_CASE("each column of each table of the log is described in order") {
    store::Connection fresh(":memory:", SQLITE_OPEN_READWRITE, 0);
    store::migrate(fresh, "");
    for (const auto* table : store::all_tables()) {
        CAPTURE(table->name);
        std::vector<std::string> described{"id", "event"};
        for (const auto& column : table->columns) described.emplace_back(column.name);
        std::vector<std::string> stored;
        auto row = fresh.query("SELECT name FROM pragma_table_info(?) ORDER BY cid",
                               std::string(table->name));
        while (row.step()) stored.push_back(row.text(0));
        CHECK(stored == described);
    }
    const auto tables = fresh.integer(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
        " AND name NOT IN ('event', 'awaiting_screening')");
    CHECK(tables == static_cast<std::int64_t>(store::all_tables().size()));
}

TEST_CASE("every edited cell of the log's tables is found") {
    for (const auto* table : store::all_tables()) {
        for (const auto& column : table->columns) {
            const Recorded recorded;
            const std::string where = std::string(table->name) + "." + std::string(column.name);
            CAPTURE(where);
            // Another value of the same type that keeps the constraints of the column out of the
            // way.
            const std::string sql =
                "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; UPDATE " +
                std::string(table->name) + " SET " + std::string(column.name) + " = CASE typeof(" +
                std::string(column.name) + ") WHEN 'integer' THEN " + std::string(column.name) +
                " + 7 WHEN 'blob' THEN x'00' WHEN 'null' THEN 7 ELSE " + std::string(column.name) +
                " || 'x' END WHERE id = 1";
            tamper_past_triggers(recorded.folder.file(), sql);
            const auto report = recorded.verify();
            CHECK((found(report, "changed since") || found(report, "identity was changed")));
        }
    }
}

TEST_CASE("rows that are removed or added or exchanged are found") {
    const Recorded recorded;
    const auto file = recorded.folder.file();
    SUBCASE("a removed row") {
        tamper_past_triggers(file, "DELETE FROM deadline_stop WHERE id = 1");
        CHECK(found(recorded.verify(), "`deadline_stop`: 1 missing"));
    }
    SUBCASE("a removed identity") {
        tamper(file, "DELETE FROM identity WHERE id = 2");
        CHECK(found(recorded.verify(), "`identity`: 1 missing"));
    }
    SUBCASE("an added row") {
        tamper(file,
               "INSERT INTO deadline_stop VALUES (2, 4, 1, 'tell', '2026-01-01', 'letter 1')");
        CHECK(found(recorded.verify(), "`deadline_stop`: rows that no event wrote: 1"));
    }
    SUBCASE("an added row below the first") {
        tamper(file,
               "INSERT INTO deadline_stop VALUES (-1, 4, 1, 'tell', '2026-01-01', 'letter 1')");
        CHECK(found(recorded.verify(), "`deadline_stop`: rows that no event wrote: 1"));
    }
    SUBCASE("two rows exchanged") {
        tamper_past_triggers(file,
                             "UPDATE review_case SET id = 9 WHERE id = 1;"
                             "UPDATE review_case SET id = 1 WHERE id = 2;"
                             "UPDATE review_case SET id = 2 WHERE id = 9");
        CHECK(found(recorded.verify(), "`review_case`: changed since"));
    }
    SUBCASE("a case taken off the list of pending ones") {
        tamper(file, "DELETE FROM awaiting_screening");
        CHECK(found(recorded.verify(), "awaiting_screening"));
    }
    SUBCASE("a dropped trigger") {
        tamper(file, "DROP TRIGGER event_is_not_deleted");
        CHECK(found(recorded.verify(), "schema"));
    }
}

TEST_CASE("a changed log is found") {
    const Recorded recorded;
    const auto file = recorded.folder.file();
    SUBCASE("an edited event") {
        for (const std::string column :
             {"at", "verb", "subject", "acting", "account", "as_of", "body", "previous", "hash"}) {
            const Recorded other;
            CAPTURE(column);
            tamper_past_triggers(other.folder.file(), "UPDATE event SET " + column +
                                                          " = '2020-01-01' WHERE sequence = 2");
            CHECK(found(other.verify(), "the event was changed"));
        }
    }
    SUBCASE("a removed event") {
        tamper_past_triggers(file, "DELETE FROM event WHERE sequence = 2");
        CHECK(found(recorded.verify(), "an event before it is missing"));
        CHECK(found(recorded.verify(), "does not follow"));
    }
    SUBCASE("the last event removed") {
        tamper_past_triggers(file, "DELETE FROM event WHERE sequence = 4");
        CHECK(found(recorded.verify(), "rows that no event wrote"));
    }
    SUBCASE("two events exchanged") {
        tamper_past_triggers(file,
                             "UPDATE event SET sequence = 9 WHERE sequence = 2;"
                             "UPDATE event SET sequence = 2 WHERE sequence = 3;"
                             "UPDATE event SET sequence = 3 WHERE sequence = 9");
        CHECK(found(recorded.verify(), "does not follow"));
    }
    SUBCASE("an event of somebody else") {
        tamper(file,
               "INSERT INTO event VALUES (5, '2026-03-02T09:00:00Z', 'x', '', 'x', 'x', NULL,"
               " '{\"rows\":[]}', 'x', 'x')");
        CHECK(found(recorded.verify(), "the event was changed"));
    }
}

TEST_CASE("the log refuses to be changed") {
    const Recorded recorded;
    const auto refused = [&](const std::string& sql) {
        sqlite3* handle = nullptr;
        sqlite3_open(recorded.folder.file().c_str(), &handle);
        const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
        sqlite3_close(handle);
        return code == SQLITE_CONSTRAINT;
    };
    CHECK(refused("UPDATE event SET verb = 'x'"));
    CHECK(refused("DELETE FROM event"));
    CHECK(refused("INSERT OR REPLACE INTO event SELECT * FROM event WHERE sequence = 1"));
    CHECK(refused("UPDATE facts_version SET facts = '{}'"));
    CHECK(refused("DELETE FROM screening"));
    CHECK(refused("UPDATE identity SET digest = 'x', value = NULL, salt = NULL"));
    CHECK(refused("UPDATE identity SET value = 'x'"));
    CHECK(refused("UPDATE case_label SET child = 'x'"));
    CHECK(recorded.verify().findings.empty());
}

TEST_CASE("a redacted identity is no finding") {
    const Recorded recorded;
    tamper(recorded.folder.file(),
           "UPDATE identity SET value = NULL, salt = NULL WHERE id = 1;"
           "UPDATE case_label SET child = NULL, date_of_birth = NULL,"
           " salt = NULL WHERE id = 1");
    CHECK(recorded.verify().findings.empty());
    const auto store = store::open(options(recorded.folder.file()));
    CHECK(store->identities_of("N-2026-0001/1").size() == 1);
    CHECK(store->case_of("N-2026-0001/1")->child.empty());

    SUBCASE("but one whose salt alone is gone is") {
        tamper_past_triggers(recorded.folder.file(),
                             "UPDATE identity SET value = 'Other', salt = NULL WHERE id = 2");
        CHECK(found(recorded.verify(), "identity was changed"));
    }
}

TEST_CASE("no finding shows what a row holds") {
    const Recorded recorded;
    tamper_past_triggers(recorded.folder.file(),
                         "UPDATE identity SET value = 'Planted'; UPDATE notification SET summary ="
                         " 'Planted'; UPDATE case_label SET child = 'Planted' || id");
    const auto report = recorded.verify();
    CHECK(report.findings.size() == 4);
    CHECK_FALSE(found(report, "Planted"));
    CHECK_FALSE(found(report, "Invented"));
}

TEST_CASE("the check of the file sees what the log does not") {
    const Recorded recorded;
    tamper(recorded.folder.file(),
           "PRAGMA foreign_keys=OFF; INSERT INTO deadline_stop VALUES (2, 4, 99, 't', 'd', 'r')");
    const auto problems = store::check(recorded.folder.file());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].find("`deadline_stop`") != std::string::npos);
}
