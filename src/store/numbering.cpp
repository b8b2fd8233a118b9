#include "store/numbering.hpp"

#include <fmt/format.h>

#include "scr/failure.hpp"

namespace scr::store {

record::Reference next_reference(RowWriter& rows, const Table& table, record::Reference::Kind kind,
                                 int year) {
    const auto [highest, is_new] = rows.recent().numbers.try_emplace({table.name, year});
    if (is_new) {
        highest->second =
            rows.connection()
                .integer(fmt::format("SELECT max(number) FROM {} WHERE year = ?", table.name), year)
                .value_or(0);
    }
    return {.kind = kind, .year = year, .number = static_cast<int>(++highest->second)};
}

std::optional<std::int64_t> find_numbered(Connection& connection, const Table& table,
                                          record::Reference::Kind kind,
                                          const std::string& reference) {
    const auto parsed = record::parse_reference(reference);
    if (!parsed || parsed->kind != kind) return std::nullopt;
    return connection.integer(
        Of{{&table}}, fmt::format("SELECT id FROM {} WHERE year = ? AND number = ?", table.name),
        parsed->year, parsed->number);
}

std::string numbered(record::Reference::Kind kind, std::int64_t year, std::int64_t number) {
    return record::to_text(record::Reference{
        .kind = kind, .year = static_cast<int>(year), .number = static_cast<int>(number)});
}

int year_of(record::CivilDate date) {
    if (!date.ok()) throw Failure(FailureKind::bug, "a record needs a date for its reference");
    return static_cast<int>(date.year());
}

}  // namespace scr::store
