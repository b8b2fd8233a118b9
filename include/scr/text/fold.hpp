#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace scr::text {

/// What stands for a byte that is not part of valid UTF-8.
inline constexpr char32_t replacement_character = 0xFFFD;

/// A code point and the number of bytes that it takes.
struct CodePoint {
    char32_t value = replacement_character;
    std::size_t size = 1;
};

/// The code point that begins at `offset`, which must be below the size of `utf8`. A byte that
/// begins none counts as one replacement character, so a loop over any bytes ends.
CodePoint code_point_at(std::string_view utf8, std::size_t offset);

/// Appends `point` (at most U+10FFFF) to `out`.
void append_utf8(std::string& out, char32_t point);

/// Simple case folding of Latin, Greek, Cyrillic and Armenian letters; others as they are. The
/// dotted capital and the dotless small i of Turkish both fold to `i`, so that a name written in
/// capitals is found by its small letters whatever the typist's keyboard made of them. One code
/// point stays one: the sharp s does not become two letters.
char32_t fold_case(char32_t point);

/// Every code point of `utf8` folded; invalid bytes stay as they are.
std::string fold_case(std::string_view utf8);

}  // namespace scr::text
