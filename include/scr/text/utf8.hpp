#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scr::text {

/// What some programs put before the first byte of a UTF-8 file; it belongs to no line.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The offset of the first byte that is not part of valid UTF-8 (RFC 3629: no surrogates, no
/// over-long forms, nothing above U+10FFFF), or nothing when all of `bytes` is valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// `text` for a terminal or a log line: C0, C1, DEL, bidirectional controls and U+2028/9 become
/// visible escapes such as `\x1b`, invalid bytes too. Line feeds stay when `keep_lines`.
std::string visible(std::string_view text, bool keep_lines = false);

/// How many columns `text` takes on a terminal, counting one for each code point but combining
/// marks; East Asian wide characters count two.
std::size_t display_width(std::string_view text);

}  // namespace scr::text
