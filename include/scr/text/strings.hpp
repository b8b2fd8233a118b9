#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scr::text {

/// `text` without leading and trailing spaces, tabs, carriage returns and line feeds.
std::string_view trim(std::string_view text);

/// ASCII letters in lower case; everything else as it is.
std::string to_lower(std::string_view text);

/// The parts joined with `separator` between them.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// `a`, `a and b`, `a, b and c`; with `word` in place of `and`.
std::string join_in_words(const std::vector<std::string>& parts, std::string_view word = "and");

/// `1 case`, `2 cases`; the plural is the singular with an s unless given.
std::string counted(std::size_t count, std::string_view singular, std::string_view plural = "");

}  // namespace scr::text
