#include "scr/text/csv.hpp"

#include <algorithm>

namespace scr::text {

// Most cells hold only letters, digits and what else lies behind the comma.
bool needs_csv_quotes(std::string_view cell) {
    if (std::all_of(cell.begin(), cell.end(), [](char c) { return c > ','; })) return false;
    return std::any_of(cell.begin(), cell.end(),
                       [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

void append_csv_cell(std::string& row, std::string_view cell) {
    if (!needs_csv_quotes(cell)) {
        row += cell;
        return;
    }
    row += '"';
    for (const char c : cell) {
        if (c == '"') row += '"';
        row += c;
    }
    row += '"';
}

std::string csv_cell(std::string_view cell) {
    std::string row;
    append_csv_cell(row, cell);
    return row;
}

}  // namespace scr::text
