#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scr::criteria_toml {

/// A TOML string as it stands in the file, read for the places of its bytes. The value is right for
/// every string that toml++ accepts but those with spaces other than ASCII after a line-ending
/// backslash; of a string with faults it is only a guess.
struct QuotedText {
    std::string value;
    std::vector<std::size_t> places;  ///< of each byte of the value, and of the closing quote
    std::size_t end = 0;              ///< the offset after the closing quote
    bool closed = false;
};

/// Reads the string whose opening quote is at `begin`: basic or literal, on one line or several.
QuotedText read_quoted(std::string_view text, std::size_t begin);

/// The content of the string whose opening quote is at `begin`, where it is closed on its line and
/// every byte stands for itself, as in most strings; nothing for any other.
std::optional<std::string_view> plain_content(std::string_view text, std::size_t begin);

}  // namespace scr::criteria_toml
