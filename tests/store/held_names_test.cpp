#include "store/held_names.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <sqlite3.h>

#include <set>

#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;
using store::Connection;
using store::HeldNames;

namespace {

constexpr store::Column boat_columns[] = {{"agency"}, {"name"}};
constexpr store::Table boats{"boat", boat_columns, "name"};
constexpr std::int64_t many = 200'000;  // more than it makes room for at first

/// Lets no row wait.
struct QuietWriter final : store::WaitingWriter {
    void write_waiting() override {}
    void write_waiting_of(std::initializer_list<const store::Table*>) override {}
    void wait() override {}
};

/// A database with a change under way whenever `writes`.
struct BoatDatabase {
    Connection connection{":memory:", SQLITE_OPEN_READWRITE, 0};
    QuietWriter writer;
    HeldNames names{connection, boats};

    BoatDatabase() {
        connection.execute(
            "CREATE TABLE boat (id INTEGER PRIMARY KEY, agency TEXT NOT NULL, name TEXT NOT NULL);"
            "CREATE INDEX boat_of_agency ON boat (agency, name)");
    }
    void begin_change() {
        connection.set_writer(&writer);
        names.begin_change();
    }
    /// Boats of pilots: b5, b15, b25, …
    void add_many() {
        connection.execute(
            "INSERT INTO boat (agency, name) WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL"
            " SELECT i + 1 FROM n WHERE i + 1 < " +
            std::to_string(many) + ") SELECT 'pilots', 'b' || (10 * i + 5) FROM n");
    }
    /// Asks often enough for it to have read what there is.
    void look_often() {
        for (std::int64_t i = 0; i < many; ++i) names.lack("pilots", "b5");
    }
};

}  // namespace

TEST_CASE("what comes behind all names of an agency is not there") {
    BoatDatabase database;
    database.connection.execute(
        "INSERT INTO boat (agency, name) VALUES ('pilots', 'b'), ('z', 'c')");
    database.begin_change();
    CHECK(database.names.lack("pilots", "c"));
    CHECK_FALSE(database.names.lack("pilots", "b"));
    CHECK(database.names.lack("ferrymen", "a"));
}

TEST_CASE("once much was asked for, most names between others are known not to be there") {
    BoatDatabase database;
    database.add_many();
    database.begin_change();
    CHECK_FALSE(database.names.lack("pilots", "b11"));
    database.look_often();
    int known = 0;
    for (int i = 0; i < 1'000; ++i) {
        known += database.names.lack("pilots", "b" + std::to_string(10 * i + 1));
        CHECK_FALSE(database.names.lack("pilots", "b" + std::to_string(10 * i + 5)));
    }
    CHECK(known > 980);
}

TEST_CASE("looks of several changes add up, so that a store of any size is read in the end") {
    BoatDatabase database;
    database.add_many();
    constexpr int looks_a_change = 100;  // pay for a sixth of the rows
    int known_last = 0;
    for (int change = 0; change < 10; ++change) {
        database.begin_change();
        known_last = 0;
        for (int i = 0; i < looks_a_change; ++i) known_last += database.names.lack("pilots", "b11");
    }
    CHECK(known_last == looks_a_change);
}

TEST_CASE("nothing is known outside a change, for others write meanwhile") {
    BoatDatabase database;
    database.begin_change();
    CHECK(database.names.lack("pilots", "b"));
    database.connection.set_writer(nullptr);
    CHECK_FALSE(database.names.lack("pilots", "b"));
}

TEST_CASE("what was added before a change is known in it, as much as there is room for or more") {
    BoatDatabase database;
    for (int change = 0; change < 3; ++change) {
        database.begin_change();
        CHECK(database.names.lack("pilots", "b15") == (change < 2));
        database.look_often();
        for (const char* name : {"a1", "a2", "a3"}) {
            CAPTURE(change);
            CAPTURE(name);
            CHECK(database.names.lack("pilots", name) == (change == 0 || name[1] - '0' > change));
        }
        database.connection.execute("INSERT INTO boat (agency, name) VALUES ('pilots', 'a" +
                                    std::to_string(change + 1) + "')");
        if (change == 1) database.add_many();
    }
}

// The store by itself against the names that were committed, with another writer and changes that
// are given up, whose numbers others then take.
TEST_CASE("whoever wrote and whatever was given up, a name that is there is found") {
    CHECK(rc::check([] {
        const TemporaryFolder folder;
        const auto mine = create(folder.file());
        const auto other = store::open(options(folder.file()));
        std::set<std::string> held;
        const auto some_name = [] {
            return std::string(1, "acegikmo"[*rc::gen::inRange<std::size_t>(0, 8)]) +
                   std::to_string(*rc::gen::inRange(0, 4));
        };
        for (int changes = *rc::gen::inRange(1, 12); changes > 0; --changes) {
            const bool is_mine = *rc::gen::inRange(0, 3) > 0;
            auto change = (is_mine ? mine : other)->begin(act());
            std::set<std::string> added;
            for (int asked = *rc::gen::inRange(0, 8); asked > 0; --asked) {
                const auto name = some_name();
                if (added.contains(name)) continue;
                const auto& store = is_mine ? mine : other;
                RC_ASSERT(store->case_by_key({"police", name, "a"}).has_value() ==
                          held.contains(name));
                RC_ASSERT(store->notification_of_incident("police", name).has_value() ==
                          held.contains(name));
                if (held.contains(name)) continue;
                change->keep_criteria(sample_criteria());
                auto notification = sample_notification();
                notification.incident = name;
                change->add_case(sample_case(change->add_notification(notification), name));
                added.insert(name);
            }
            if (*rc::gen::inRange(0, 3) == 0) continue;
            change->commit();
            held.merge(added);
        }
    }));
}
