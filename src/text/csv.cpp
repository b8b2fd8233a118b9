#include "scr/text/csv.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace scr::text {

namespace {

/// Whether all bytes of a word are ASCII behind the comma.
bool behind_comma(std::uint64_t word) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    // What is taken from a byte that is too small, or follows one, has its highest bit set.
    return (((word - ones * (',' + 1)) | word) & ones * 0x80) == 0;
}

/// False where that is not known at once.
bool all_behind_comma(std::string_view cell) {
    constexpr std::size_t size = sizeof(std::uint64_t);
    const auto word = [&](std::size_t at) {
        std::uint64_t loaded = 0;
        std::memcpy(&loaded, cell.data() + at, size);
        return loaded;
    };
    if (cell.size() < size)
        return std::all_of(cell.begin(), cell.end(), [](char c) { return c > ','; });
    for (std::size_t at = 0; at + size <= cell.size(); at += size) {
        if (!behind_comma(word(at))) return false;
    }
    return behind_comma(word(cell.size() - size));
}

}  // namespace

// Most cells hold only letters, digits and what else lies behind the comma.
bool needs_csv_quotes(std::string_view cell) {
    if (all_behind_comma(cell)) return false;
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
