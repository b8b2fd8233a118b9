#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "intake/columns.hpp"
#include "scr/casework/incoming.hpp"

/// What CSV and NDJSON share: from the text of a cell to its place in a record.
namespace scr::intake {

using ReadResult = std::variant<casework::IncomingRecord, casework::RejectedRecord>;

/// The record of `result`, made blank; memory of the record before is used again.
casework::IncomingRecord& blank_record(ReadResult& result, const Columns&, std::size_t line);

/// Puts a cell where its column belongs, or says why it cannot stand. Of the refusal only field,
/// problem, note and help are filled.
std::optional<casework::RejectedRecord> put_cell(const Columns&, const Column&,
                                                 std::string_view cell, casework::IncomingRecord&);

/// Calls the field of a refusal what the file calls it, where that is a column of ours.
void name_as_in_file(const Columns&, casework::RejectedRecord&);

/// A date that lies before the date of birth, if there is one.
std::optional<casework::RejectedRecord> check_dates(const casework::IncomingRecord&);

/// A sender's reference as a refusal may carry it: blank unless it is short and printable.
std::string reference_for_refusal(std::string_view ref);

casework::RejectedRecord refusal(std::string_view field, std::string problem, std::string note = "",
                                 std::string help = "");

}  // namespace scr::intake
