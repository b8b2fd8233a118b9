#include "store/structure.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/migrate.hpp"

namespace scr::store {
namespace {

std::string schema_of(Connection& connection) {
    std::string schema;
    Cursor row(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name");
    while (row.step()) {
        for (int column = 0; column < 4; ++column) schema += row.text(column) + '\0';
    }
    return schema;
}

/// What the migrations of this program make.
std::string true_schema() {
    Connection fresh(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0);
    migrate(fresh, "");
    return schema_of(fresh);
}

/// Cases that are listed as pending and are not, or the other way round.
constexpr std::string_view count_wrongly_listed =
    "SELECT count(*) FROM child_case c WHERE"
    " EXISTS (SELECT 1 FROM screening s WHERE s.case_id = c.id AND s.facts_version ="
    " (SELECT max(number) FROM facts_version f WHERE f.case_id = c.id))"
    " = EXISTS (SELECT 1 FROM awaiting_screening a WHERE a.case_id = c.id)";

}  // namespace

std::vector<std::string> structural_problems(Connection& connection) {
    std::vector<std::string> problems;
    {
        Cursor row(connection, "PRAGMA integrity_check(20)");
        while (row.step()) {
            if (row.text(0) != "ok") problems.push_back("structure: " + row.text(0));
        }
    }
    if (schema_of(connection) != true_schema()) {
        problems.emplace_back("the schema is not the one that this program makes");
    }
    const auto wrong = connection.integer(count_wrongly_listed).value_or(0);
    if (wrong > 0) {
        problems.push_back(
            fmt::format("`awaiting_screening`: wrongly listed or left out: {}", wrong));
    }
    return problems;
}

}  // namespace scr::store
