#include "store/awaiting_screening.hpp"

#include "store/transaction/row_writer.hpp"

namespace scr::store {
namespace {

constexpr std::string_view insert_awaiting =
    "INSERT INTO awaiting_screening VALUES (?) ON CONFLICT DO NOTHING";

}  // namespace

void await_screening_of_new(RowWriter& rows, std::int64_t case_id) {
    rows.recent().awaiting_screening.push_back(case_id);
}

void await_screening(RowWriter& rows, std::int64_t case_id) {
    Cursor(rows.connection(), insert_awaiting, case_id).run();
}

void note_screening(RowWriter& rows, std::int64_t case_id, int facts_version) {
    auto& waiting = rows.recent().awaiting_screening;
    if (facts_version == 1 && !waiting.empty() && waiting.back() == case_id) {
        return waiting.pop_back();
    }
    Cursor(rows.connection(),
           "DELETE FROM awaiting_screening WHERE case_id = ? AND ? ="
           " (SELECT max(number) FROM facts_version WHERE case_id = ?)",
           case_id, std::int64_t{facts_version}, case_id)
        .run();
}

void list_awaiting(Connection& connection, const std::vector<std::int64_t>& cases) {
    if (cases.empty()) return;
    Cursor row(OfTheWriter{}, connection, insert_awaiting);
    for (const auto id : cases) {
        row.bind(1, id);
        row.run();
    }
}

}  // namespace scr::store
