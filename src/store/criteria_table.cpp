#include "store/criteria_table.hpp"

#include <fmt/format.h>

#include "scr/failure.hpp"

namespace scr::store {
namespace {

std::optional<std::int64_t> find_id(Connection& connection, const std::string& digest) {
    return connection.integer("SELECT id FROM criteria_text WHERE digest = ?", digest);
}

casework::CriteriaText text_of(const Cursor& row) {
    return {.digest = row.text(0), .id = row.text(1), .title = row.text(2), .text = row.text(3)};
}

}  // namespace

void keep_criteria(RowWriter& rows, const casework::CriteriaText& criteria) {
    if (find_id(rows.connection(), criteria.digest)) return;
    rows.insert(criteria_text_table, {criteria.digest, criteria.id, criteria.title, criteria.text});
}

std::optional<casework::CriteriaText> find_criteria(Connection& connection,
                                                    const std::string& digest) {
    Cursor row(connection,
               "SELECT digest, name, title, content FROM criteria_text WHERE digest = ?", digest);
    if (!row.step()) return std::nullopt;
    return text_of(row);
}

std::vector<casework::CriteriaText> all_criteria_texts(Connection& connection) {
    std::vector<casework::CriteriaText> texts;
    Cursor row(connection, "SELECT digest, name, title, content FROM criteria_text ORDER BY id");
    while (row.step()) texts.push_back(text_of(row));
    return texts;
}

std::int64_t criteria_text_id(RowWriter& rows, const std::string& digest) {
    auto& recent = rows.recent().criteria_text;
    if (recent && recent->digest == digest) return recent->id;
    const auto id = find_id(rows.connection(), digest);
    if (!id) {
        throw Failure(FailureKind::bug, fmt::format("the criteria text `{}` was not kept", digest));
    }
    recent = {digest, *id};
    return *id;
}

std::optional<std::int64_t> optional_criteria_text_id(RowWriter& rows, const std::string& digest) {
    if (digest.empty()) return std::nullopt;
    return criteria_text_id(rows, digest);
}

}  // namespace scr::store
