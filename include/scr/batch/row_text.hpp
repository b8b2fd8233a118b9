#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/screening.hpp"

/// Screenings as rows for scripts. The columns are a contract, see scr-screen(1).
namespace scr::batch {

/// The id of the outcome, `undetermined` where there are several.
std::string_view outcome_id(const criteria::Determination&, const criteria::Finding&);

/// `ref`, two columns for each determination, `criteria`, `missing`.
std::vector<std::string> screening_columns(const criteria::Criteria&);

/// Appends the cells after `ref` as CSV: each begins with its comma. `screening` is null for a
/// refused record.
void append_csv_cells(std::string& row, const criteria::Criteria&,
                      const criteria::Screening* screening);

/// Appends a cell of `--keep`, with its comma.
void append_csv_kept(std::string& row, std::string_view cell);

/// Begins a JSON object, up to the member `ref`.
void append_json_beginning(std::string& row, std::size_t line, std::string_view ref);

/// Appends the members of JSON for the cells after `ref`, and `assumed`: each begins with its
/// comma.
void append_json_members(std::string& row, const criteria::Criteria&,
                         const criteria::Screening* screening);

/// Appends a member of `--keep`, with its comma; absent for a refused record. What was JSON stays
/// what it was.
void append_json_kept(std::string& row, std::string_view column, casework::KeptView cell);

}  // namespace scr::batch
