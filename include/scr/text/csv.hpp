#pragma once

#include <string>
#include <string_view>

namespace scr::text {

/// Whether a cell holds a comma, a quote or a line end.
bool needs_csv_quotes(std::string_view cell);

/// Appends a cell as CSV, quoted where it needs quotes.
void append_csv_cell(std::string& row, std::string_view cell);

/// The cell alone.
std::string csv_cell(std::string_view cell);

}  // namespace scr::text
