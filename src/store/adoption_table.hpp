#pragma once

#include <vector>

#include "scr/record/adoption.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column adoption_columns[] = {{"criteria_text_id"}, {"meeting_on"}, {"reason"}};
inline constexpr Table adoption_table{"adoption", adoption_columns};

/// Throws FailureKind::bug when the text was not kept before it was adopted.
void add_adoption(RowWriter& rows, const record::Adoption& adoption);
/// Oldest first.
std::vector<record::Adoption> all_adoptions(Connection& connection);

}  // namespace scr::store
