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

void note_screening(RowWriter& rows, const ScreenedFacts& facts) {
    auto& waiting = rows.recent().awaiting_screening;
    if (facts.version == 1 && !waiting.empty() && waiting.back() == facts.case_id) {
        return waiting.pop_back();
    }
    rows.recent().screened.push_back(facts);
}

void list_awaiting(Connection& connection, const std::vector<std::int64_t>& cases) {
    if (cases.empty()) return;
    Cursor row(OfTheWriter{}, connection, insert_awaiting);
    for (const auto id : cases) {
        row.bind(1, id);
        row.run();
    }
}

void unlist_screened(Connection& connection, const std::vector<ScreenedFacts>& screened) {
    if (screened.empty()) return;
    Cursor row(OfTheWriter{}, connection,
               "DELETE FROM awaiting_screening WHERE case_id = ?1 AND ?2 ="
               " (SELECT max(number) FROM facts_version WHERE case_id = ?1)");
    for (const auto& facts : screened) {
        row.bind(1, facts.case_id);
        row.bind(2, std::int64_t{facts.version});
        row.run();
    }
}

}  // namespace scr::store
