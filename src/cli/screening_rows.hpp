#pragma once

#include <memory>
#include <string>

#include "cli/screening_sink.hpp"

/// Screenings for scripts: CSV, NDJSON, JSON. The columns are a contract, see scr-screen(1).
namespace scr::cli {

std::unique_ptr<ScreeningSink> make_csv_rows(Context&, const ScreeningForm&);
std::unique_ptr<ScreeningSink> make_ndjson_rows(Context&, const ScreeningForm&);
std::unique_ptr<ScreeningSink> make_json_rows(Context&, const ScreeningForm&);

/// `ref`, two columns for each determination, `criteria`, `missing`.
std::vector<std::string> screening_columns(const criteria::Criteria&);

/// Appends the cells after `ref` as CSV: each begins with its comma. `screening` is null for a
/// refused record.
void append_csv_cells(std::string& row, const criteria::Criteria&,
                      const criteria::Screening* screening);

/// Appends the members of JSON for the same cells, and `assumed`: each begins with its comma.
void append_json_members(std::string& row, const criteria::Criteria&,
                         const criteria::Screening* screening);

void append_csv(std::string& row, std::string_view cell);

/// How a run ended, as members of a JSON object: `"records":25,"refused":1,…`.
std::string totals_json(const BatchTotals&, bool record);

}  // namespace scr::cli
