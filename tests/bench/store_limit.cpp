// The rate at which libsqlite3 alone takes in the rows of a store: the same rows into the same
// schema with the same settings, prepared statements, a commit every 50,000 records. Reading them
// from the store that scr wrote does not count.
//
// usage: store_limit STORE COPY     prints the seconds that the inserts took
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

constexpr int portion = 50'000;

[[noreturn]] void fail(sqlite3* database, const char* what) {
    std::fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(database));
    std::exit(1);
}

void execute(sqlite3* database, const std::string& sql) {
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(database, sql.c_str());
    }
}

sqlite3* open_database(const char* path, int flags) {
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(path, &database, flags, nullptr) != SQLITE_OK) fail(database, path);
    return database;
}

sqlite3_stmt* prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
        fail(database, sql.c_str());
    }
    return statement;
}

/// A table of the store in memory.
struct Rows {
    sqlite3_stmt* insert = nullptr;
    std::vector<std::vector<sqlite3_value*>> rows;
};

Rows read_rows(sqlite3* from, sqlite3* to, const std::string& table) {
    Rows result;
    sqlite3_stmt* row = prepare(from, "SELECT * FROM " + table + " ORDER BY id");
    const int columns = sqlite3_column_count(row);
    while (sqlite3_step(row) == SQLITE_ROW) {
        auto& values = result.rows.emplace_back();
        for (int i = 0; i < columns; ++i) {
            values.push_back(sqlite3_value_dup(sqlite3_column_value(row, i)));
        }
    }
    sqlite3_finalize(row);
    std::string places = "?";
    for (int i = 1; i < columns; ++i) places += ", ?";
    result.insert = prepare(to, "INSERT INTO " + table + " VALUES (" + places + ")");
    return result;
}

void insert(sqlite3* to, const Rows& table, std::size_t at) {
    if (at >= table.rows.size()) return;
    int column = 0;
    for (sqlite3_value* value : table.rows[at]) sqlite3_bind_value(table.insert, ++column, value);
    if (sqlite3_step(table.insert) != SQLITE_DONE) fail(to, "insert");
    sqlite3_reset(table.insert);
}

/// The rows of `texts` that are not there yet, up to the one that row `at` of a table refers to in
/// its last column.
void insert_texts(sqlite3* to, const Rows& texts, std::size_t& there, const Rows& table,
                  std::size_t at) {
    if (at >= table.rows.size()) return;
    const auto id = static_cast<std::size_t>(sqlite3_value_int64(table.rows[at].back()));
    while (there < id) insert(to, texts, there++);
}

void copy_schema(sqlite3* from, sqlite3* to) {
    sqlite3_stmt* row =
        prepare(from,
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
                " ORDER BY type <> 'table', type <> 'view', rowid");
    while (sqlite3_step(row) == SQLITE_ROW) {
        execute(to, reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
    }
    sqlite3_finalize(row);
}

/// What the rows refer to.
void copy_whole(sqlite3* from, sqlite3* to, const std::string& table, int columns) {
    std::string places = "?";
    for (int i = 1; i < columns; ++i) places += ", ?";
    sqlite3_stmt* const row = prepare(from, "SELECT * FROM " + table);
    sqlite3_stmt* const insert = prepare(to, "INSERT INTO " + table + " VALUES (" + places + ")");
    execute(to, "BEGIN");
    while (sqlite3_step(row) == SQLITE_ROW) {
        for (int i = 0; i < columns; ++i) {
            sqlite3_bind_value(insert, i + 1, sqlite3_column_value(row, i));
        }
        if (sqlite3_step(insert) != SQLITE_DONE) fail(to, table.c_str());
        sqlite3_reset(insert);
    }
    execute(to, "COMMIT");
    sqlite3_finalize(row);
    sqlite3_finalize(insert);
}

}  // namespace

int main(int, char** arguments) {
    sqlite3* const from = open_database(arguments[1], SQLITE_OPEN_READONLY);
    sqlite3* const to = open_database(arguments[2], SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // As the store has them: see src/store/connection.cpp.
    execute(to,
            "PRAGMA page_size=8192;"
            "PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
            "PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-131072; PRAGMA cache_spill=-1048576;");
    copy_schema(from, to);
    copy_whole(from, to, "event", 10);
    copy_whole(from, to, "criteria_text", 6);
    std::vector<Rows> tables;
    for (const char* table :
         {"notification", "child_case", "case_label", "facts_version", "screening"}) {
        tables.push_back(read_rows(from, to, table));
    }
    const Rows facts_texts = read_rows(from, to, "facts_text");
    const Rows screening_texts = read_rows(from, to, "screening_text");
    std::size_t facts_there = 0;
    std::size_t screenings_there = 0;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < tables.front().rows.size(); ++i) {
        if (i % portion == 0) execute(to, i == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE");
        insert_texts(to, facts_texts, facts_there, tables[3], i);
        insert_texts(to, screening_texts, screenings_there, tables[4], i);
        for (const auto& table : tables) insert(to, table, i);
    }
    execute(to, "COMMIT");
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::printf("%.3f\n", taken.count());
}
