#pragma once

#include <string_view>

#include "scr/criteria_toml/criteria_file.hpp"

namespace scr::criteria_toml {

/// The stretch of a criteria file's text that holds `part`, cut at headers of tables so that it is
/// TOML with the same places. All of it where the cut is not plain to see: with a string of several
/// lines, another table behind the cut (however it is indented), or a head in several pieces.
std::string_view part_of(std::string_view text, Part part);

}  // namespace scr::criteria_toml
