#pragma once

#include <span>
#include <string>
#include <string_view>

namespace scr::store {

/// What a column is to the log.
enum class ColumnKind {
    plain,   ///< enters the digest of its row
    secret,  ///< an identity: enters only through the seal
    salt,    ///< random bytes; null once the identity was destroyed
    seal,    ///< SHA-256 over the salt and the secrets; enters the digest of its row
};

struct Column {
    std::string_view name;
    ColumnKind kind = ColumnKind::plain;
};

/// A table whose rows the log covers. Each begins with `id` (1, 2, 3, … without a gap) and `event`
/// (the sequence number of the event that wrote the row); `columns` are the others, in their order.
/// INVARIANT: a column added later stands last and may be null, for a null leaves no trace in a
/// digest.
struct Table {
    std::string_view name;
    std::span<const Column> columns;
    /// The column of names given elsewhere by which an index sorts the rows; blank for none. (Other
    /// indexes sort them by numbers of ours, that is as they come.)
    std::string_view sorted_by = {};
};

/// No table has more columns than these besides id and event.
inline constexpr std::size_t most_columns = 12;

/// Every table of the log. One that is missing here would escape Store::verify.
/// INVARIANT: a table stands after those that it refers to, so that rows can be written in this
/// order.
std::span<const Table* const> all_tables();

/// The names of a row's columns: id, event, then the others, with commas between.
std::string column_names(const Table& table);

/// `SELECT` of whole rows, id between two parameters, in the order of their ids.
std::string select_range_sql(const Table& table);

}  // namespace scr::store
