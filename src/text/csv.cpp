#include "scr/text/csv.hpp"

#include <algorithm>

namespace scr::text {
namespace {

bool needs_quotes(std::string_view cell) {
    return std::any_of(cell.begin(), cell.end(),
                       [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

}  // namespace

void append_csv_cell(std::string& row, std::string_view cell) {
    if (!needs_quotes(cell)) {
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
