#include "scr/text/utf8.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "text/code_points.hpp"
#include "text/decoding.hpp"

namespace scr::text {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// Whether the next `Words` times eight bytes from `at` on are there and all ASCII: nearly every
/// line of a large file is.
template <std::size_t Words>
bool all_ascii(std::string_view bytes, std::size_t at) {
    if (bytes.size() - at < Words * 8) return false;
    std::array<std::uint64_t, Words> words;
    std::memcpy(words.data(), bytes.data() + at, sizeof words);
    std::uint64_t all = 0;
    for (const std::uint64_t word : words) all |= word;
    return (all & 0x8080808080808080U) == 0;
}

void append_visible(std::string& out, char32_t code_point, std::string_view bytes) {
    const auto number = static_cast<std::uint32_t>(code_point);
    if (!is_unsafe_to_show(code_point)) {
        out += bytes;
    } else if (number < 0x80) {
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", number);
    } else {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", number);
    }
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (all_ascii<8>(bytes, at)) {
            at += 64;
            continue;
        }
        if (all_ascii<1>(bytes, at)) {
            at += 8;
            continue;
        }
        const std::size_t length = decode(bytes, at).length;
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string visible(std::string_view text, bool keep_lines) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        if (decoded.length == 0) {
            fmt::format_to(std::back_inserter(out), "\\x{:02x}", unsigned{byte_at(text, at)});
            ++at;
            continue;
        }
        if (decoded.code_point == U'\n' && keep_lines) {
            out += '\n';
        } else {
            append_visible(out, decoded.code_point, text.substr(at, decoded.length));
        }
        at += decoded.length;
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        width += decoded.length == 0 ? 1 : columns_of(decoded.code_point);
        at += decoded.length == 0 ? 1 : decoded.length;
    }
    return width;
}

}  // namespace scr::text
