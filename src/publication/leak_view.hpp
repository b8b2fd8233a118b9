#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scr::publication {

/// A text as the leak check compares it. Each character remembers the byte it came from, so that a
/// match in the view can be shown in the source.
struct View {
    std::u32string text;
    std::vector<std::size_t> offsets;  ///< of each character of `text`, then the source's size
};

/// The view of any UTF-8: letter case folded, runs of white space as one space, apostrophes and
/// hyphens plain, invisible characters dropped.
View view_of(std::string_view source);

/// Whether a character of a view belongs to a word: a letter, a digit or a mark on one.
bool is_word(char32_t character);

/// Whether a word begins or ends between the characters `at - 1` and `at`, or the text does.
bool is_edge(std::u32string_view text, std::size_t at);

}  // namespace scr::publication
