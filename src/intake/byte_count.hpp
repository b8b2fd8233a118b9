#pragma once

#include <cstddef>
#include <string_view>

namespace scr::intake {

/// How many line feeds there are.
std::size_t count_lines(std::string_view bytes);

}  // namespace scr::intake
