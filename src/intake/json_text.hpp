#pragma once

#include <cstddef>
#include <string_view>

/// Places in the text of a JSON line, which a parser no longer knows. A line is one object.
namespace scr::intake {

/// The key of the outermost object in whose pair the byte at `offset` lies, as it is written; blank
/// where it cannot be told. The line need not be JSON.
std::string_view key_around(std::string_view line, std::size_t offset);

/// The value of the outermost object's pair no. `pair`, counted from 0, as it is written. The line
/// must be JSON and have that pair.
std::string_view written_value(std::string_view line, std::size_t pair);

}  // namespace scr::intake
