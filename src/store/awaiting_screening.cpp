#include "store/awaiting_screening.hpp"

#include <utility>

namespace scr::store {

void await_screening_of_new(RowWriter& rows, std::int64_t case_id) {
    list_awaiting(rows);
    rows.recent().awaiting_screening = case_id;
}

void await_screening(RowWriter& rows, std::int64_t case_id) {
    Cursor(rows.connection(), "INSERT INTO awaiting_screening VALUES (?) ON CONFLICT DO NOTHING",
           case_id)
        .run();
}

void note_screening(RowWriter& rows, std::int64_t case_id, int facts_version) {
    auto& waiting = rows.recent().awaiting_screening;
    if (waiting == case_id && facts_version == 1) return waiting.reset();
    Cursor(rows.connection(),
           "DELETE FROM awaiting_screening WHERE case_id = ? AND ? ="
           " (SELECT max(number) FROM facts_version WHERE case_id = ?)",
           case_id, std::int64_t{facts_version}, case_id)
        .run();
}

void list_awaiting(RowWriter& rows) {
    if (const auto waiting = std::exchange(rows.recent().awaiting_screening, std::nullopt))
        await_screening(rows, *waiting);
}

}  // namespace scr::store
