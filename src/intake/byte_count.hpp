#pragma once

#include <cstddef>
#include <string_view>

namespace scr::intake {

/// How often a byte stands in a text.
std::size_t count_byte(std::string_view bytes, char byte);

/// How many line feeds there are.
inline std::size_t count_lines(std::string_view bytes) {
    return count_byte(bytes, '\n');
}

}  // namespace scr::intake
