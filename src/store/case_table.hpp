#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column child_case_columns[] = {{"notification_id"}, {"number"}};
inline constexpr Table child_case_table{"child_case", child_case_columns};

inline constexpr Column facts_version_columns[] = {
    {"case_id"},   {"number"},          {"facts"},  {"received_on"}, {"incident_on"},  {"died_on"},
    {"harmed_on"}, {"became_aware_on"}, {"digest"}, {"reason"},      {"facts_text_id"}};
inline constexpr Table facts_version_table{"facts_version", facts_version_columns};

std::string add_case(RowWriter& rows, const record::Case& child);
std::string add_case(RowWriter& rows, const record::Case& child, const casework::CommonFacts&);
int add_facts(RowWriter& rows, const std::string& case_reference,
              const record::FactsVersion& facts);

std::optional<std::int64_t> case_id(Connection& connection, const std::string& reference);
/// The reference of a case that is there.
std::string case_reference(Connection& connection, std::int64_t id);

std::optional<record::Case> find_case(Connection& connection, const std::string& reference);
std::optional<record::Case> find_case_by_key(Connection& connection, const casework::CaseKey& key);
std::vector<record::Case> cases_of_notification(Connection& connection,
                                                const std::string& notification);
void each_case(Connection& connection, const std::function<void(const record::Case&)>& visit);
std::vector<std::string> pending_cases(Connection& connection);
std::vector<record::FactsVersion> facts_of_case(Connection& connection,
                                                const std::string& reference);

}  // namespace scr::store
