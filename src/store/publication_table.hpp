#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/record/publication.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column report_columns[] = {{"digest"}, {"format"}, {"content"}};
inline constexpr Table report_table{"report", report_columns};

inline constexpr Column publication_columns[] = {{"year"},         {"number"},  {"review_id"},
                                                 {"pseudonym"},    {"title"},   {"report_id"},
                                                 {"published_on"}, {"last_day"}};
inline constexpr Table publication_table{"publication", publication_columns};

inline constexpr Column publication_end_columns[] = {
    {"publication_id"}, {"state"}, {"ended_on"}, {"reason"}};
inline constexpr Table publication_end_table{"publication_end", publication_end_columns};

void keep_report(RowWriter& rows, const record::Report& report);
std::string add_publication(RowWriter& rows, const record::Publication& publication);
void end_publication(RowWriter& rows, const std::string& publication,
                     record::PublicationState state, record::CivilDate on,
                     const std::string& reason);

std::optional<record::Publication> find_publication(Connection& connection,
                                                    const std::string& reference);
std::vector<record::Publication> all_publications(Connection& connection);
std::optional<record::Report> find_report(Connection& connection, const std::string& digest);

}  // namespace scr::store
