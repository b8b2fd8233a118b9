#include "store/transaction/group_writer.hpp"

#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "store/connection.hpp"

using namespace scr;
using store::RowGroup;
using store::ValueView;
using store::WaitingRows;

namespace {

constexpr store::Column note_columns[] = {{"name"}, {"number"}};
constexpr store::Table notes{"note", note_columns};
constexpr store::Table letters{"letter", note_columns};
constexpr std::int64_t note_event = 7;

std::string name_of(std::int64_t id) {
    return "row " + std::to_string(id);
}

/// The rows `from` to `to` of a table.
RowGroup group_of(const store::Table& table, std::int64_t from, std::int64_t to) {
    RowGroup group(table, note_event, from);
    for (std::int64_t id = from; id <= to; ++id) group.add({name_of(id), id * id});
    return group;
}

WaitingRows waiting(std::int64_t from, std::int64_t to) {
    WaitingRows rows;
    rows.groups.push_back(group_of(notes, from, to));
    rows.groups.push_back(group_of(letters, from, to));
    return rows;
}

/// The digest of rows 1 to `count`, folded one after the other.
std::string plain_digest(const store::Table& table, std::int64_t count) {
    store::RangeDigest digest(table);
    for (std::int64_t id = 1; id <= count; ++id) {
        const auto name = name_of(id);
        const std::array<ValueView, 2> values{name, id * id};
        digest.add(id, note_event, values);
    }
    return digest.finish();
}

struct NoteDatabase {
    store::Connection connection{":memory:", SQLITE_OPEN_READWRITE, 0};

    NoteDatabase() {
        connection.execute(
            "CREATE TABLE awaiting_screening (case_id INTEGER PRIMARY KEY) STRICT;"
            "CREATE TABLE note (id INTEGER PRIMARY KEY, event INTEGER, name TEXT,"
            " number INTEGER UNIQUE) STRICT;"
            "CREATE TABLE letter (id INTEGER PRIMARY KEY REFERENCES note (id), event INTEGER,"
            " name TEXT, number INTEGER) STRICT");
    }
    std::int64_t count(const std::string& table) {
        return connection.integer("SELECT count(*) FROM " + table).value();
    }
};

}  // namespace

TEST_CASE("rows are written and digested alike at once and by a thread") {
    for (const bool at_once : {true, false}) {
        for (const std::int64_t count : {1, 299, 301, 20'000}) {
            NoteDatabase database;
            store::GroupWriter writer(database.connection);
            for (std::int64_t id = 1; id <= count; id += 300) {
                auto rows = waiting(id, std::min(id + 299, count));
                rows.awaiting_screening = {id};
                at_once ? writer.write(rows) : writer.hand_over(std::move(rows));
            }
            writer.wait();
            CHECK(database.count("note") == count);
            CHECK(database.count("letter") == count);
            CHECK(database.count("awaiting_screening") == (count + 299) / 300);
            CHECK(writer.finish_digest(notes) == plain_digest(notes, count));
            CHECK(writer.finish_digest(letters) == plain_digest(letters, count));
        }
    }
}

TEST_CASE("rows go to the thread again after a wait, and can be written at once") {
    NoteDatabase database;
    store::GroupWriter writer(database.connection);
    writer.hand_over(waiting(1, 500));
    writer.wait();
    writer.write(waiting(501, 502));
    writer.hand_over(waiting(503, 900));
    writer.wait();
    CHECK(database.count("letter") == 900);
    CHECK(writer.finish_digest(notes) == plain_digest(notes, 900));
}

TEST_CASE("while somebody reads no thread writes") {
    NoteDatabase database;
    store::GroupWriter writer(database.connection);
    {
        store::Cursor row(database.connection, "SELECT count(*) FROM letter");
        writer.hand_over(waiting(1, 500));
        // Without a wait: it is there already.
        REQUIRE(row.step());
        CHECK(row.integer(0) == 500);
    }
    CHECK_FALSE(database.connection.in_use());
}

TEST_CASE("what the database has to say against a row is said at the latest by the wait") {
    NoteDatabase database;
    store::GroupWriter writer(database.connection);
    const auto hand_over_all = [&] {
        writer.hand_over(waiting(1, 500));
        WaitingRows repeated;
        repeated.groups.push_back(group_of(notes, 500, 501));
        writer.hand_over(std::move(repeated));
        for (std::int64_t id = 1'000; id < 20'000; id += 500)
            writer.hand_over(waiting(id, id + 499));
        writer.wait();
    };
    CHECK_THROWS_AS(hand_over_all(), SQLite::Exception);
    writer.wait();  // said once
    CHECK(database.count("letter") == 500);
}

TEST_CASE("a change that is given up leaves no thread behind") {
    NoteDatabase database;
    store::GroupWriter writer(database.connection);
    for (std::int64_t id = 1; id < 20'000; id += 100) writer.hand_over(waiting(id, id + 99));
}
