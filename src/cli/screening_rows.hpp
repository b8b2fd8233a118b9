#pragma once

#include <memory>
#include <string>

#include "cli/screening_sink.hpp"
#include "scr/batch/row_text.hpp"
#include "scr/text/csv.hpp"

/// Screenings for scripts: CSV, NDJSON, JSON. The columns are a contract, see scr-screen(1).
namespace scr::cli {

std::unique_ptr<ScreeningSink> make_csv_rows(Context&, const ScreeningForm&);
std::unique_ptr<ScreeningSink> make_ndjson_rows(Context&, const ScreeningForm&);
std::unique_ptr<ScreeningSink> make_json_rows(Context&, const ScreeningForm&);

using batch::append_csv_cells;
using batch::append_json_members;
using batch::screening_columns;
using text::append_csv_cell;

/// How a run ended, as members of a JSON object: `"records":25,"refused":1,…`.
std::string totals_json(const BatchTotals&, bool record);

}  // namespace scr::cli
