#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace scr::text {

/// Damerau-Levenshtein distance (optimal string alignment), ignoring letter case and treating
/// hyphen and underscore as the same.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Every candidate that `written` may have meant: at most two edits away or a third of its length,
/// nearest first, then in the given order.
std::vector<std::string> suggestions(std::string_view written,
                                     std::span<const std::string> candidates);

/// A help sentence such as ``did you mean `died`?`` or, with several, ``did you mean `a` or `b`?``;
/// blank without a candidate.
std::string did_you_mean(std::string_view written, std::span<const std::string> candidates);

}  // namespace scr::text
