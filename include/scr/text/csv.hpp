#pragma once

#include <string>
#include <string_view>

namespace scr::text {

/// Appends a cell as CSV: quoted where it holds a comma, a quote or a line end.
void append_csv_cell(std::string& row, std::string_view cell);

/// The cell alone.
std::string csv_cell(std::string_view cell);

}  // namespace scr::text
