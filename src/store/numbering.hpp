#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "scr/record/reference.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

/// The next free reference of `kind` in `year`, which the change then has to write. `table` has the
/// columns year and number.
record::Reference next_reference(RowWriter& rows, const Table& table, record::Reference::Kind kind,
                                 int year);

/// The id of the row that `reference` names; nothing for a reference of another kind.
std::optional<std::int64_t> find_numbered(Connection& connection, const Table& table,
                                          record::Reference::Kind kind,
                                          const std::string& reference);

/// The reference of a row read as year and number.
std::string numbered(record::Reference::Kind kind, std::int64_t year, std::int64_t number);

/// The year of a date that gives a reference its year; throws FailureKind::bug without a valid
/// date.
int year_of(record::CivilDate date);

}  // namespace scr::store
