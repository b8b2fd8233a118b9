#include "store/transaction/row_group_insert.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "store/transaction/row_group_table.hpp"

namespace scr::store {
namespace {

// Where more than one name in so many comes before its forerunner, they have no order.
constexpr std::size_t rows_a_step_back = 10;

std::string insert_group_sql(const Table& table) {
    return fmt::format("INSERT INTO {} ({}) SELECT {} FROM row_group(?)", table.name,
                       column_names(table), row_group_columns(table.columns.size()));
}

std::string insert_row_sql(const Table& table) {
    std::string values = "?, ?";
    for (std::size_t i = 0; i < table.columns.size(); ++i) values += ", ?";
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, column_names(table), values);
}

std::optional<std::size_t> column_of_names(const Table& table) {
    const auto found = std::ranges::find(table.columns, table.sorted_by, &Column::name);
    if (found == table.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.columns.begin());
}

/// The bytes must stay until the statement's next reset. What is refused (a text too large) would
/// else be a null: see the code returned.
int bind(sqlite3_stmt* statement, int parameter, const ValueView& value) {
    const auto bytes = value.bytes();
    switch (value.kind()) {
        case ValueView::Kind::null: break;
        case ValueView::Kind::integer:
            return sqlite3_bind_int64(statement, parameter, value.integer());
        case ValueView::Kind::text:
            return sqlite3_bind_text64(statement, parameter, bytes.data(), bytes.size(),
                                       SQLITE_STATIC, SQLITE_UTF8);
        case ValueView::Kind::blob:
            return sqlite3_bind_blob64(statement, parameter, bytes.data(), bytes.size(),
                                       SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, parameter);
}

}  // namespace

void RowGroupInsert::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

RowGroupInsert::RowGroupInsert(sqlite3* connection, const Table& table)
    : connection_(connection),
      names_(column_of_names(table)),
      many_(prepare(insert_group_sql(table))),
      one_(names_ ? prepare(insert_row_sql(table)) : nullptr) {}

RowGroupInsert::Statement RowGroupInsert::prepare(const std::string& sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(connection_, code);
    return Statement(statement);
}

void RowGroupInsert::run(const RowGroup& group) {
    if (!is_in_order(group)) {
        for (std::size_t row = 0; row < group.size(); ++row) insert_row(group, row);
        return;
    }
    bind_row_group(many_.get(), group);
    step(many_.get());
}

bool RowGroupInsert::is_in_order(const RowGroup& group) const {
    if (!names_) return true;
    std::size_t steps_back = 0;
    for (std::size_t row = 1; row < group.size(); ++row) {
        if (group.value(row, *names_).bytes() < group.value(row - 1, *names_).bytes()) ++steps_back;
    }
    return steps_back * rows_a_step_back <= group.size();
}

void RowGroupInsert::insert_row(const RowGroup& group, std::size_t row) {
    constexpr int first_value = 3;  // after id and event
    auto* const statement = one_.get();
    sqlite3_bind_int64(statement, 1, group.id(row));
    sqlite3_bind_int64(statement, 2, group.event());
    for (std::size_t i = 0; i < group.table().columns.size(); ++i) {
        const int code = bind(statement, first_value + static_cast<int>(i), group.value(row, i));
        if (code != SQLITE_OK) throw SQLite::Exception(connection_, code);
    }
    step(statement);
}

/// Runs the statement to its end, whatever that is, and makes it ready for the next.
void RowGroupInsert::step(sqlite3_stmt* statement) const {
    const int code = sqlite3_step(statement);
    // What went wrong is asked before the reset, which sets the connection's error anew.
    try {
        if (code != SQLITE_DONE) throw SQLite::Exception(connection_, code);
    } catch (...) {
        sqlite3_reset(statement);
        throw;
    }
    sqlite3_reset(statement);
}

}  // namespace scr::store
