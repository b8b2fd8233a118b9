#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column identity_columns[] = {{"case_id"},
                                              {"role"},
                                              {"kind"},
                                              {"value", ColumnKind::secret},
                                              {"salt", ColumnKind::salt},
                                              {"digest", ColumnKind::seal}};
inline constexpr Table identity_table{"identity", identity_columns};

inline constexpr Column case_label_columns[] = {{"agency"},
                                                {"sender_reference"},
                                                {"child", ColumnKind::secret},
                                                {"date_of_birth", ColumnKind::secret},
                                                {"salt", ColumnKind::salt},
                                                {"digest", ColumnKind::seal}};
inline constexpr Table case_label_table{"case_label", case_label_columns, "sender_reference"};

void add_identity(RowWriter& rows, const std::string& case_reference,
                  const record::Identity& identity);
/// Adds the sender's names of the case with this id.
void add_case_label(RowWriter& rows, std::int64_t id, const record::Case& child);

/// Those that were not redacted, in the order in which they were recorded.
std::vector<record::Identity> identities_of_case(Connection& connection,
                                                 const std::string& case_reference);
/// Nothing for a blank sender's reference: that names no record.
std::optional<std::int64_t> case_id_by_key(Connection& connection, const casework::CaseKey& key);

}  // namespace scr::store
