#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scr::criteria {

/// `[a-z][a-z0-9_]*`, the form of every id but those of files and provisions.
bool is_identifier(std::string_view text);
/// The form of a file's own id: an identifier that may hold hyphens.
bool is_file_id(std::string_view text);
/// The form of an answer: small letters, digits, underscores and hyphens.
bool is_answer(std::string_view text);
/// and, or, not, in, implies: the operators that are words.
bool is_operator_word(std::string_view text);
/// The operators, and unknown, yes, no: names that nothing in a file may take.
bool is_reserved_word(std::string_view text);
/// `5 working days`, `1 year`: a count from 1 to 1000 and a unit, singular or plural.
bool is_period(std::string_view text);

/// The dates from which a deadline may run.
const std::vector<std::string>& deadline_starts();

}  // namespace scr::criteria
