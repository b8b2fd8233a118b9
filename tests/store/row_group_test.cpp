#include "store/transaction/row_group.hpp"

#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "store/connection.hpp"
#include "store/sample.hpp"
#include "store/transaction/row_group_insert.hpp"

using namespace scr;
using namespace scr::store::test;
using store::Blob;
using store::RowGroup;
using store::Value;

namespace {

constexpr store::Column thing_columns[] = {{"word"}, {"number"}, {"bytes"}};
constexpr store::Table things{"thing", thing_columns};
constexpr store::Table things_by_word{"thing", thing_columns, "word"};
constexpr std::int64_t thing_event = 7;

struct ThingDatabase {
    store::Connection connection{":memory:", SQLITE_OPEN_READWRITE, 0};

    ThingDatabase() {
        connection.execute(
            "CREATE TABLE thing (id INTEGER PRIMARY KEY, event INTEGER NOT NULL, word TEXT,"
            " number INTEGER UNIQUE, bytes BLOB) STRICT");
    }
    void insert(const RowGroup& group) {
        store::RowGroupInsert(connection.database().getHandle(), group.table()).run(group);
    }
    std::int64_t count() { return connection.integer("SELECT count(*) FROM thing").value(); }
};

std::string word_of(std::int64_t id) {
    return "a word that is too long to be held in place, " + std::to_string(id);
}

}  // namespace

TEST_CASE("a group's rows are in the table as they were added") {
    ThingDatabase database;
    RowGroup group(things, thing_event, 5);
    for (std::int64_t id = 5; id < 1'005; ++id) {
        const Value bytes = id % 2 == 0 ? Value{Blob{std::string(3, '\0') + 'b'}} : Value{};
        group.add({word_of(id), id * id, bytes});
    }
    database.insert(group);
    CHECK(database.count() == 1'000);
    store::Cursor row(database.connection, "SELECT * FROM thing ORDER BY id");
    for (std::int64_t id = 5; id < 1'005; ++id) {
        REQUIRE(row.step());
        CHECK(row.integer(0) == id);
        CHECK(row.integer(1) == thing_event);
        CHECK(row.text(2) == word_of(id));
        CHECK(row.integer(3) == id * id);
        CHECK(row.value(4) == (id % 2 == 0 ? Value{Blob{std::string(3, '\0') + 'b'}} : Value{}));
    }
    CHECK_FALSE(row.step());
}

TEST_CASE("a blank text is no null, and an absent value is") {
    ThingDatabase database;
    RowGroup group(things, thing_event, 1);
    group.add({"", Value{}, Value{}});
    database.insert(group);
    store::Cursor row(database.connection, "SELECT word, number FROM thing");
    REQUIRE(row.step());
    CHECK_FALSE(row.is_null(0));
    CHECK(row.is_null(1));
}

TEST_CASE("where one row breaks a rule, none of its group is written") {
    ThingDatabase database;
    RowGroup group(things, thing_event, 1);
    for (const std::int64_t number : {1, 2, 3, 2}) group.add({"", number, Value{}});
    store::RowGroupInsert insert(database.connection.database().getHandle(), things);
    CHECK_THROWS_AS(insert.run(group), SQLite::Exception);
    CHECK(database.count() == 0);

    RowGroup better(things, thing_event, 1);
    better.add({"", std::int64_t{1}, Value{}});
    insert.run(better);
    CHECK(database.count() == 1);
}

TEST_CASE("rows whose names come in no order are written as others are") {
    ThingDatabase database;
    RowGroup group(things_by_word, thing_event, 5);
    const std::vector<std::string> words{"d", "a", "c", "", "e", "b"};
    for (const auto& word : words) {
        group.add({word, -group.id(group.size()), Value{Blob{std::string(2, '\0') + word}}});
    }
    group.add({Value{}, Value{}, Value{}});
    database.insert(group);
    store::Cursor row(database.connection, "SELECT * FROM thing ORDER BY id");
    for (std::size_t i = 0; i < words.size(); ++i) {
        REQUIRE(row.step());
        CHECK(row.integer(0) == group.id(i));
        CHECK(row.integer(1) == thing_event);
        CHECK(row.text(2) == words[i]);
        CHECK(row.integer(3) == -row.integer(0));
        CHECK(row.value(4) == Value{Blob{std::string(2, '\0') + words[i]}});
    }
    REQUIRE(row.step());
    for (const int column : {2, 3, 4}) CHECK(row.is_null(column));
    CHECK_FALSE(row.step());
}

TEST_CASE("a rule that a row in no order breaks is told, and the next group is written") {
    ThingDatabase database;
    RowGroup group(things_by_word, thing_event, 1);
    for (const std::int64_t number : {1, 2, 3, 2}) {
        group.add({std::to_string(9 - group.size()), number, Value{}});
    }
    store::RowGroupInsert insert(database.connection.database().getHandle(), things_by_word);
    CHECK_THROWS_AS(insert.run(group), SQLite::Exception);
    // Those before it were written one by one.
    CHECK(database.count() == 3);

    RowGroup better(things_by_word, thing_event, 5);
    for (const std::int64_t number : {9, 8, 7}) {
        better.add({std::to_string(number), number, Value{}});
    }
    insert.run(better);
    CHECK(database.connection.integer("SELECT count(*) FROM thing WHERE id >= 5") == 3);
}

TEST_CASE("a text that is too large is refused in any order, and is no null") {
    const std::string too_large(17'000'000, 'x');
    for (const bool in_order : {true, false}) {
        ThingDatabase database;
        RowGroup group(things_by_word, thing_event, 1);
        group.add({in_order ? "a" : "z", Value{}, Value{}});
        group.add({too_large, Value{}, Value{}});
        CHECK_THROWS_AS(database.insert(group), SQLite::Exception);
        CHECK(database.connection.integer("SELECT count(*) FROM thing WHERE word IS NULL") == 0);
    }
}

TEST_CASE("a table is sorted by a column that it has") {
    for (const auto* const table : store::all_tables()) {
        CAPTURE(table->name);
        CHECK((table->sorted_by.empty() ||
               std::ranges::count(table->columns, table->sorted_by, &store::Column::name) == 1));
    }
}

TEST_CASE("a group in the memory of another has its own rows only") {
    RowGroup before(things, thing_event, 1);
    before.add({word_of(1), std::int64_t{1}, Value{}});
    RowGroup group(things, thing_event, 5);
    group.use_memory_of(std::move(before));
    CHECK(group.size() == 0);
    CHECK(group.bytes() == 0);
    group.add({word_of(5), std::int64_t{5}, Value{}});
    REQUIRE(group.size() == 1);
    CHECK(group.id(0) == 5);
    CHECK(group.value(0, 0).bytes() == word_of(5));
}

TEST_CASE("a row needs as many values as the table has columns") {
    RowGroup group(things, thing_event, 1);
    CHECK(failure_of_work([&] { group.add({"word"}); }).kind() == FailureKind::bug);
}

TEST_CASE("the rows of groups can be read by no schema and without a group") {
    ThingDatabase database;
    CHECK(database.connection.integer("SELECT count(*) FROM row_group(NULL)") == 0);
    CHECK_THROWS_AS(database.connection.execute("SELECT * FROM row_group"), SQLite::Exception);
    database.connection.execute("CREATE VIEW peep AS SELECT * FROM row_group(NULL)");
    CHECK_THROWS_AS(database.connection.execute("SELECT * FROM peep"), SQLite::Exception);
}

TEST_CASE("a table of the log stands after those that it refers to") {
    const TemporaryFolder folder;
    create(folder.file());
    store::Connection connection(folder.file().string(), SQLITE_OPEN_READONLY, 0);
    std::set<std::string> before;
    for (const auto* const table_of_log : store::all_tables()) {
        before.emplace(table_of_log->name);
        store::Cursor row(connection, "SELECT \"table\" FROM pragma_foreign_key_list(?)",
                          std::string(table_of_log->name));
        while (row.step()) {
            CAPTURE(table_of_log->name);
            CHECK(before.contains(row.text(0)));
        }
    }
}
