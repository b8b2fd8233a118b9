#include "store/weighing_table.hpp"

#include "store/case_table.hpp"
#include "store/criteria_table.hpp"
#include "store/failures.hpp"

namespace scr::store {

void add_weighing(RowWriter& rows, const record::Weighing& weighing) {
    auto& connection = rows.connection();
    const auto id =
        require(case_id(connection, weighing.case_reference), "case", weighing.case_reference);
    rows.insert(weighing_table, {id, criteria_text_id(rows, weighing.criteria_digest),
                                 weighing.checklist, weighing.factor, weighing.answer,
                                 weighing.reason, date_value(weighing.weighed_on)});
    rows.refer(case_reference(connection, id));
}

std::vector<record::Weighing> weighings_of_case(Connection& connection,
                                                const std::string& reference) {
    std::vector<record::Weighing> weighings;
    const auto id = case_id(connection, reference);
    if (!id) return weighings;
    const std::string canonical = case_reference(connection, *id);
    Cursor row(connection,
               "SELECT t.digest, w.checklist, w.factor, w.answer, w.reason, w.weighed_on, e.at,"
               " e.acting FROM weighing w JOIN criteria_text t ON t.id = w.criteria_text_id"
               " JOIN event e ON e.sequence = w.event WHERE w.case_id = ? ORDER BY w.id",
               *id);
    while (row.step()) {
        weighings.push_back({.case_reference = canonical,
                             .criteria_digest = row.text(0),
                             .checklist = row.text(1),
                             .factor = row.text(2),
                             .answer = row.text(3),
                             .reason = row.text(4),
                             .weighed_on = row.date(5),
                             .recorded_at = row.text(6),
                             .recorded_by = row.text(7)});
    }
    return weighings;
}

}  // namespace scr::store
