#pragma once

#include <cstddef>
#include <string_view>

/// Places in the text of a JSON line, which a parser no longer knows. A line is one object.
namespace scr::intake {

/// The key of the outermost object in whose pair the byte at `offset` lies, as it is written; blank
/// where it cannot be told. The line need not be JSON.
std::string_view key_around(std::string_view line, std::size_t offset);

/// A slip of those who write JSON by hand, or join texts of it.
enum class JsonSlip { none, comment, comma_at_end, text_behind, single_quotes };

/// The first of them in a line that is not valid JSON.
JsonSlip slip_in(std::string_view line);

/// The offset of the first number that is valid JSON and larger than its readers can hold; npos
/// where there is none. The line need not be JSON.
std::size_t too_large_number(std::string_view line);

/// The value of the outermost object's pair no. `pair`, counted from 0, as it is written. The line
/// must be JSON and have that pair.
std::string_view written_value(std::string_view line, std::size_t pair);

}  // namespace scr::intake
