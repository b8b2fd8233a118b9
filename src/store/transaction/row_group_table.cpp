#include "store/transaction/row_group_table.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <new>

// A virtual table of the library: see https://sqlite.org/vtab.html. Its functions are called by C,
// so nothing may be thrown through them.
namespace scr::store {
namespace {

constexpr const char* group_pointer = "scr row group";

// The columns: id, event, those of a row, and last the parameter of `row_group(?)`.
constexpr int first_group_value = 2;
constexpr int group_parameter = first_group_value + static_cast<int>(most_columns);

struct GroupCursor : sqlite3_vtab_cursor {
    const RowGroup* group = nullptr;
    std::size_t row = 0;
};

GroupCursor& group_cursor(sqlite3_vtab_cursor* cursor) {
    return *static_cast<GroupCursor*>(cursor);
}

/// `declaration`: text that ends with a NUL.
int group_connect(sqlite3* connection, void* declaration, int, const char* const*,
                  sqlite3_vtab** table, char**) {
    const int declared = sqlite3_declare_vtab(connection, static_cast<const char*>(declaration));
    if (declared != SQLITE_OK) return declared;
    // No view or trigger of a tampered schema may read it.
    sqlite3_vtab_config(connection, SQLITE_VTAB_DIRECTONLY);
    *table = new (std::nothrow) sqlite3_vtab{};
    return *table ? SQLITE_OK : SQLITE_NOMEM;
}

int group_disconnect(sqlite3_vtab* table) {
    delete table;
    return SQLITE_OK;
}

/// Takes the parameter, without which there are no rows.
int group_plan(sqlite3_vtab*, sqlite3_index_info* info) {
    for (int i = 0; i < info->nConstraint; ++i) {
        const auto& constraint = info->aConstraint[i];
        if (constraint.iColumn != group_parameter || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ ||
            !constraint.usable) {
            continue;
        }
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        return SQLITE_OK;
    }
    return SQLITE_CONSTRAINT;
}

int group_open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    *cursor = new (std::nothrow) GroupCursor;
    return *cursor ? SQLITE_OK : SQLITE_NOMEM;
}

int group_close(sqlite3_vtab_cursor* cursor) {
    delete &group_cursor(cursor);
    return SQLITE_OK;
}

int group_begin(sqlite3_vtab_cursor* cursor, int, const char*, int count, sqlite3_value** values) {
    auto& at = group_cursor(cursor);
    at.group = count == 1
                   ? static_cast<const RowGroup*>(sqlite3_value_pointer(values[0], group_pointer))
                   : nullptr;
    at.row = 0;
    return SQLITE_OK;
}

int group_next(sqlite3_vtab_cursor* cursor) {
    ++group_cursor(cursor).row;
    return SQLITE_OK;
}

int group_at_end(sqlite3_vtab_cursor* cursor) {
    const auto& at = group_cursor(cursor);
    return at.group == nullptr || at.row >= at.group->size() ? 1 : 0;
}

/// The bytes stay the group's, which outlives the statement's run.
void give_value(sqlite3_context* context, const ValueView& value) {
    const auto bytes = value.bytes();
    switch (value.kind()) {
        case ValueView::Kind::null: break;
        case ValueView::Kind::integer: sqlite3_result_int64(context, value.integer()); break;
        case ValueView::Kind::text:
            sqlite3_result_text64(context, bytes.data(), bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
            break;
        case ValueView::Kind::blob:
            sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_STATIC);
            break;
    }
}

int group_column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int wanted) {
    const auto& at = group_cursor(cursor);
    if (wanted == 0) {
        sqlite3_result_int64(context, at.group->id(at.row));
    } else if (wanted == 1) {
        sqlite3_result_int64(context, at.group->event());
    } else if (const auto index = static_cast<std::size_t>(wanted - first_group_value);
               index < at.group->table().columns.size()) {
        give_value(context, at.group->value(at.row, index));
    }
    return SQLITE_OK;
}

int group_row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
    *id = static_cast<sqlite3_int64>(group_cursor(cursor).row);
    return SQLITE_OK;
}

// Without xCreate, so that no CREATE VIRTUAL TABLE can name it.
constexpr sqlite3_module group_module = [] {
    sqlite3_module functions{};
    functions.xConnect = group_connect;
    functions.xBestIndex = group_plan;
    functions.xDisconnect = group_disconnect;
    functions.xOpen = group_open;
    functions.xClose = group_close;
    functions.xFilter = group_begin;
    functions.xNext = group_next;
    functions.xEof = group_at_end;
    functions.xColumn = group_column;
    functions.xRowid = group_row_id;
    return functions;
}();

}  // namespace

std::string row_group_columns(std::size_t count) {
    // Those of a row have no names of their own here: v0, v1 and so on.
    std::string columns = "id, event";
    for (std::size_t i = 0; i < count; ++i) columns += fmt::format(", v{}", i);
    return columns;
}

void declare_row_group_table(sqlite3* connection) {
    static std::string declaration =
        fmt::format("CREATE TABLE row_group ({}, pointer HIDDEN)", row_group_columns(most_columns));
    const int created =
        sqlite3_create_module(connection, "row_group", &group_module, declaration.data());
    if (created != SQLITE_OK) throw SQLite::Exception(connection, created);
}

void bind_row_group(sqlite3_stmt* statement, const RowGroup& group) {
    // The library takes the pointer for one that may be changed; it only hands it back.
    sqlite3_bind_pointer(statement, 1, const_cast<RowGroup*>(&group), group_pointer, nullptr);
}

}  // namespace scr::store
