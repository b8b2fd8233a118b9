#pragma once

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

#include "scr/text/utf8.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The members of an object as nearly every writer of JSON puts them down: values that are whole
/// numbers, true, false, null, or strings in which nothing is escaped. Whatever is written so means
/// the same to every reader of JSON (RFC 8259), so it can be taken where it stands; anything else,
/// valid or not, is left to simdjson.
namespace scr::intake {

/// A value as it is written. Nothing but the end of a string is looked for: see is_plain_text.
struct PlainValue {
    const char* end = nullptr;  ///< behind the value; null: it is not plain
    std::string_view text;      ///< without quotes
    bool quoted = false;

    bool is_null() const { return !quoted && text == "null"; }
    bool is_truth() const { return !quoted && (text == "true" || text == "false"); }
};

/// Spaces that JSON allows between tokens, but the line feed, which ends the line.
inline const char* behind_spaces(const char* at) {
    if (*at > ' ') [[likely]]
        return at;
    while (*at == ' ' || *at == '\t' || *at == '\r') ++at;
    return at;
}

/// Whether a string in which these are the bytes between the quotes is valid JSON and says nothing
/// else than the bytes themselves.
inline bool is_plain_text(std::string_view bytes) {
    bool beyond_ascii = false;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x20 || byte == '\\') return false;
        beyond_ascii = beyond_ascii || code >= 0x80;
    }
    return !beyond_ascii || !text::first_invalid_utf8(bytes);
}

/// The first quote in `at` to `end`, else null. Most values end within the first sixteen bytes,
/// which must be readable.
inline const char* next_quote(const char* at, const char* end) {
#if defined(__SSE2__)
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(quotes));
    if (found != 0) return at + std::countr_zero(found);
#endif
    if (at >= end) return nullptr;
    return static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
}

/// The whole number that begins at `at`, as JSON writes one of at most 18 digits, which any integer
/// type holds; empty where there is none. -0 is left out, for it is written otherwise elsewhere.
inline std::string_view whole_number(const char* at) {
    constexpr int most_digits = 18;
    const char* const digits = *at == '-' ? at + 1 : at;
    const char* end = digits;
    while (*end >= '0' && *end <= '9') ++end;
    const bool zero_in_front = *digits == '0' && (end - digits > 1 || digits != at);
    if (end == digits || end - digits > most_digits || zero_in_front) return {};
    return {at, static_cast<std::size_t>(end - at)};
}

/// Empty where there is none. Five bytes must be readable.
inline std::string_view bare_value(const char* at) {
    if (std::memcmp(at, "null", 4) == 0 || std::memcmp(at, "true", 4) == 0) return {at, 4};
    if (std::memcmp(at, "false", 5) == 0) return {at, 5};
    return whole_number(at);
}

/// The value that begins at `at`. Readable bytes that are no JSON must follow `end`. What stands
/// behind the value is not looked at.
inline PlainValue plain_value(const char* at, const char* end) {
    if (*at == '"') {
        const char* const quote = next_quote(at + 1, end);
        if (quote == nullptr) return {};
        return {quote + 1, {at + 1, static_cast<std::size_t>(quote - at - 1)}, true};
    }
    const std::string_view bare = bare_value(at);
    if (bare.empty()) return {};
    return {bare.data() + bare.size(), bare, false};
}

}  // namespace scr::intake
