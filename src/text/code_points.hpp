#pragma once

#include <cstddef>

namespace scr::text {

/// Whether a terminal may act on the code point, or a reader see another order than the one stored:
/// C0, DEL, C1, line and paragraph separators, bidirectional controls.
bool is_unsafe_to_show(char32_t code_point);

/// Terminal columns: 0 for a mark that joins the letter before, 2 for an East Asian wide character.
std::size_t columns_of(char32_t code_point);

}  // namespace scr::text
