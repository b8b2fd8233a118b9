#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// The databases that the criteria can be written for.
enum class SqlDialect { sqlite, postgresql, duckdb, clickhouse, spark };

/// Their names, in the order of SqlDialect: `sqlite`, `postgresql` …
const std::vector<std::string>& sql_dialect_names();
std::optional<SqlDialect> sql_dialect_of(std::string_view name);

/// Whether a table of this name can be read: names of letters, digits and underscores, joined by
/// dots (`lake.notifications`). They go into the statement as they stand.
bool is_table_name(std::string_view text);

/// One SELECT, without a semicolon, that screens every row of `table`: it reads `ref` and one
/// column a fact, as text, and gives the columns of a screening in CSV but for `missing`, then
/// `problem`: why a row is `refused`, else empty. Exact, open facts included: the diagrams are
/// walked, all of them at once, one nested query a level. The text grows with the edges of the
/// diagrams and never with their paths.
///
/// `table` is_table_name. Throws Failure (refused) when the diagrams outgrow the documented limit.
std::string export_sql(const Criteria&, SqlDialect, std::string_view table = "notifications");

}  // namespace scr::criteria
