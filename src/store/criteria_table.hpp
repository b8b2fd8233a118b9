#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column criteria_text_columns[] = {{"digest"}, {"name"}, {"title"}, {"content"}};
inline constexpr Table criteria_text_table{"criteria_text", criteria_text_columns};

void keep_criteria(RowWriter& rows, const casework::CriteriaText& criteria);
std::optional<casework::CriteriaText> find_criteria(Connection& connection,
                                                    const std::string& digest);

/// In the order in which they were kept.
std::vector<casework::CriteriaText> all_criteria_texts(Connection& connection);

/// The id of a kept text; throws FailureKind::bug when it was not kept before it was named.
std::int64_t criteria_text_id(RowWriter& rows, const std::string& digest);
/// The same, and nothing for a blank digest.
std::optional<std::int64_t> optional_criteria_text_id(RowWriter& rows, const std::string& digest);

}  // namespace scr::store
