#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/screen.hpp"

namespace scr::casework {

/// A decided case whose newer facts screen otherwise than the screening that it was decided on.
struct DecidedOtherwise {
    std::string screening;             ///< the one that it was decided on
    int facts_version = 0;             ///< the newest
    std::vector<std::string> changes;  ///< `inquiry none instead of great`
    std::string command;               ///< what to run

    /// `decided on …: version 2 of the facts gives inquiry none instead of great`.
    std::string in_words() const;
};

/// Nothing for a case that is not decided, was decided on its newest facts, screens as before, or
/// cannot be screened. Where nobody screened the newer facts, they are screened here under the text
/// of that screening; nothing is stored. What counts is the decision on the first question.
std::optional<DecidedOtherwise> decided_otherwise(Store&, CriteriaLibrary&, Screeners&,
                                                  const record::Case&);

}  // namespace scr::casework
