#include "text/decoding.hpp"

namespace scr::text {
namespace {

/// The length that a first byte announces, and the smallest code point that may use that length:
/// a smaller one is over-long.
struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t smallest;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xc2 && byte <= 0xdf) return {2, byte & 0x1fU, 0x80};
    if (byte >= 0xe0 && byte <= 0xef) return {3, byte & 0x0fU, 0x800};
    if (byte >= 0xf0 && byte <= 0xf4) return {4, byte & 0x07U, 0x10000};
    return {0, 0, 0};
}

}  // namespace

Decoded decode(std::string_view bytes, std::size_t at) {
    const Lead lead = lead_of(static_cast<unsigned char>(bytes[at]));
    if (lead.length == 0 || lead.length > bytes.size() - at) return {};
    char32_t code_point = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const unsigned char next = static_cast<unsigned char>(bytes[at + i]);
        if ((next & 0xc0U) != 0x80U) return {};
        code_point = (code_point << 6) | (next & 0x3fU);
    }
    const bool surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
    if (code_point < lead.smallest || surrogate || code_point > 0x10ffff) return {};
    return {code_point, lead.length};
}

}  // namespace scr::text
