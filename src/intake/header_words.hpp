#pragma once

#include <string>
#include <vector>

#include "intake/columns.hpp"
#include "intake/csv_splitter.hpp"

/// How messages speak of the columns of a header.
namespace scr::intake {

/// For each field of a header its column, or null where there is none.
using Bindings = std::vector<const Column*>;

inline constexpr std::size_t most_listed = 20;
inline constexpr std::size_t most_compared =
    500;  ///< unknown names that suggestions are sought for

/// A name in backticks, or the position of a column without one.
std::string called(const CsvRecord& header, std::size_t position);

/// `` `--delimiter ';'` ``, where a line that makes one field seems to be separated by something
/// else than `delimiter`; otherwise blank.
std::string other_delimiter(const CsvRecord& line, char delimiter);

/// A name as a shell takes it for one word.
std::string quoted_for_shell(const std::string& name);

/// The items in words, the first of them where they are many.
std::string listed(std::vector<std::string> items);

}  // namespace scr::intake
