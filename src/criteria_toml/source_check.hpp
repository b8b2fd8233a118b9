#pragma once

#include <string_view>
#include <vector>

#include "scr/criteria/diagnostic.hpp"

namespace scr::criteria_toml {

/// What is wrong with a text before toml++ may see it, which invalid UTF-8 or a key of a hundred
/// thousand parts can bring down: size, encoding, other than ASCII outside strings and comments,
/// quotes that are never closed, keys of too many parts. Empty when toml++ may read it.
std::vector<criteria::Diagnostic> check_source(std::string_view text);

}  // namespace scr::criteria_toml
