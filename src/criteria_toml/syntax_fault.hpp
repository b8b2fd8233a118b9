#pragma once

#include <string_view>

#include "criteria_toml/source_map.hpp"
#include "scr/criteria/diagnostic.hpp"

namespace scr::criteria_toml {

/// What toml++ has to say of a text, in words for somebody who edits it.
criteria::Diagnostic syntax_fault(const toml::parse_error& error, std::string_view text,
                                  const SourceMap& places);

}  // namespace scr::criteria_toml
