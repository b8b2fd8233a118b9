#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column screening_columns[] = {
    {"case_id"},         {"number"},           {"criteria_text_id"}, {"facts_version"},
    {"program_version"}, {"blank_as_unknown"}, {"results"},          {"criteria"},
    {"missing"},         {"assumed"},          {"decisive"},         {"screening_text_id"}};
inline constexpr Table screening_table{"screening", screening_columns};

std::string add_screening(RowWriter& rows, const record::ScreeningRecord& screening);
std::string add_first_screening(RowWriter& rows, const std::string& case_reference,
                                const std::string& facts_digest,
                                const casework::CommonScreening& screening);

/// Of a case that this change has not screened.
std::optional<record::ScreeningRecord> newest_screening(RowWriter& rows,
                                                        const std::string& case_reference);

std::optional<std::int64_t> screening_id(Connection& connection, const std::string& reference);
std::vector<record::ScreeningRecord> screenings_of_case(Connection& connection,
                                                        const std::string& case_reference);

}  // namespace scr::store
