#pragma once

#include <string>
#include <vector>

#include "scr/criteria/document.hpp"

namespace scr::criteria {

/// Something wrong in a criteria file: where, what, and what to do.
struct Diagnostic {
    Span span;
    std::string message;  ///< lower case, no full stop, the file's words in backticks
    std::string note;     ///< a rule; may be blank
    std::string help;     ///< an edit that mends it; may be blank
};

/// A line and a column of a text, both counted from 1; the column counts code points.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

Place place_of(const std::string& text, std::size_t offset);

/// The diagnostic as a block for people: message, file, line and column, the line itself with the
/// span underlined, note and help.
std::string render(const Diagnostic&, const Document&);

/// Sorts by place and removes repetitions of the same message at the same place.
void tidy(std::vector<Diagnostic>&);

}  // namespace scr::criteria
