#include "store/adoption_table.hpp"

#include "store/criteria_table.hpp"

namespace scr::store {

void add_adoption(RowWriter& rows, const record::Adoption& adoption) {
    rows.insert(adoption_table, {criteria_text_id(rows, adoption.criteria_digest),
                                 date_value(adoption.meeting_on), adoption.reason});
}

std::vector<record::Adoption> all_adoptions(Connection& connection) {
    std::vector<record::Adoption> adoptions;
    Cursor row(connection,
               "SELECT t.name, t.digest, a.meeting_on, a.reason, e.at, e.acting FROM adoption a"
               " JOIN criteria_text t ON t.id = a.criteria_text_id"
               " JOIN event e ON e.sequence = a.event ORDER BY a.id");
    while (row.step()) {
        adoptions.push_back({.criteria_id = row.text(0),
                             .criteria_digest = row.text(1),
                             .meeting_on = row.date(2),
                             .reason = row.text(3),
                             .adopted_at = row.text(4),
                             .adopted_by = row.text(5)});
    }
    return adoptions;
}

}  // namespace scr::store
