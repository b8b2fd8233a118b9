#pragma once

#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column decision_columns[] = {{"case_id"},     {"determination"}, {"meeting_on"},
                                              {"recommended"}, {"decided"},       {"decided_on"},
                                              {"reasons"},     {"screening_id"}};
inline constexpr Table decision_table{"decision", decision_columns};

inline constexpr Column deadline_stop_columns[] = {
    {"case_id"}, {"deadline"}, {"stopped_on"}, {"reference"}};
inline constexpr Table deadline_stop_table{"deadline_stop", deadline_stop_columns};

void add_decision(RowWriter& rows, const record::Decision& decision);
void add_deadline_stop(RowWriter& rows, const casework::DeadlineStop& stop);

std::vector<record::Decision> decisions_of_case(Connection& connection,
                                                const std::string& case_reference);
std::vector<casework::DeadlineStop> deadline_stops_of_case(Connection& connection,
                                                           const std::string& case_reference);

}  // namespace scr::store
