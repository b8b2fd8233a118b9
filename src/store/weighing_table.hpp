#pragma once

#include <string>
#include <vector>

#include "scr/record/weighing.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column weighing_columns[] = {{"case_id"},   {"criteria_text_id"}, {"checklist"},
                                              {"factor"},    {"answer"},           {"reason"},
                                              {"weighed_on"}};
inline constexpr Table weighing_table{"weighing", weighing_columns};

void add_weighing(RowWriter& rows, const record::Weighing& weighing);

std::vector<record::Weighing> weighings_of_case(Connection& connection,
                                                const std::string& case_reference);

}  // namespace scr::store
