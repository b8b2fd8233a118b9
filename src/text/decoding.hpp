#pragma once

#include <cstddef>
#include <string_view>

namespace scr::text {

/// A code point and how many bytes it takes; 0 bytes where none stands.
struct Decoded {
    char32_t code_point = 0;
    std::size_t length = 0;
};

/// Decodes the code point at `at`, which must lie inside `bytes` (RFC 3629: no surrogates, no
/// over-long forms, nothing above U+10FFFF).
Decoded decode(std::string_view bytes, std::size_t at);

}  // namespace scr::text
