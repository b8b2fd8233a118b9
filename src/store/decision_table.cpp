#include "store/decision_table.hpp"

#include <fmt/format.h>

#include "store/case_table.hpp"
#include "store/failures.hpp"
#include "store/screening_table.hpp"

namespace scr::store {
namespace {

/// Nothing for a blank reference: a decision may stand without a screening before it.
std::optional<std::int64_t> screening_before(Connection& connection, const std::string& reference) {
    if (reference.empty()) return std::nullopt;
    return require(screening_id(connection, reference), "screening", reference);
}

}  // namespace

void add_decision(RowWriter& rows, const record::Decision& decision) {
    auto& connection = rows.connection();
    const auto id =
        require(case_id(connection, decision.case_reference), "case", decision.case_reference);
    rows.insert(decision_table,
                {id, decision.determination, date_value(decision.meeting_on), decision.recommended,
                 decision.decided, date_value(decision.decided_on), decision.reasons,
                 id_value(screening_before(connection, decision.screening))});
    rows.refer(case_reference(connection, id));
}

void add_deadline_stop(RowWriter& rows, const casework::DeadlineStop& stop) {
    auto& connection = rows.connection();
    const auto id = require(case_id(connection, stop.case_reference), "case", stop.case_reference);
    rows.insert(deadline_stop_table, {id, stop.deadline, date_value(stop.on), stop.reference});
    rows.refer(case_reference(connection, id));
}

std::vector<record::Decision> decisions_of_case(Connection& connection,
                                                const std::string& reference) {
    std::vector<record::Decision> decisions;
    const auto id = case_id(connection, reference);
    if (!id) return decisions;
    const std::string canonical = case_reference(connection, *id);
    // The screening may be one of another case: a decision on an incident covers all its children.
    Cursor row(connection,
               "SELECT d.determination, d.meeting_on, d.recommended, d.decided, d.decided_on,"
               " d.reasons, s.case_id, s.number, e.at, e.acting"
               " FROM decision d LEFT JOIN screening s ON s.id = d.screening_id"
               " JOIN event e ON e.sequence = d.event WHERE d.case_id = ? ORDER BY d.id",
               *id);
    while (row.step()) {
        decisions.push_back(
            {.case_reference = canonical,
             .determination = row.text(0),
             .meeting_on = row.date(1),
             .recommended = row.text(2),
             .decided = row.text(3),
             .decided_on = row.date(4),
             .reasons = row.text(5),
             .screening = row.is_null(6)
                              ? ""
                              : fmt::format("{}@{}", case_reference(connection, row.integer(6)),
                                            row.integer(7)),
             .recorded_at = row.text(8),
             .recorded_by = row.text(9)});
    }
    return decisions;
}

std::vector<casework::DeadlineStop> deadline_stops_of_case(Connection& connection,
                                                           const std::string& reference) {
    std::vector<casework::DeadlineStop> stops;
    const auto id = case_id(connection, reference);
    if (!id) return stops;
    const std::string canonical = case_reference(connection, *id);
    Cursor row(connection,
               "SELECT deadline, stopped_on, reference FROM deadline_stop"
               " WHERE case_id = ? ORDER BY id",
               *id);
    while (row.step()) {
        stops.push_back({.case_reference = canonical,
                         .deadline = row.text(0),
                         .on = row.date(1),
                         .reference = row.text(2)});
    }
    return stops;
}

}  // namespace scr::store
