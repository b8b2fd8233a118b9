#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace scr::criteria {

/// For each value of a subject the expression that it leads to.
using SqlChoices = std::vector<std::pair<std::string, std::string>>;

/// `CASE subject WHEN value THEN expression … END` in which the most frequent expression stands
/// once, under ELSE. The subject is known to have one of the values; there is at least one.
std::string case_among(const std::string& subject, const SqlChoices& choices);

/// The same for a subject that may also have another value, which leads to `otherwise`.
std::string case_of(const std::string& subject, const SqlChoices& choices,
                    const std::string& otherwise);

}  // namespace scr::criteria
