#pragma once

#include <optional>
#include <string>

#include "scr/casework/criteria_library.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/record/lifecycle.hpp"

namespace scr::casework {

struct StopResult {
    DeadlineStop stop;
    criteria::DeadlineRule rule;
    bool already = false;                  ///< stopped on that day already: nothing was added
    std::optional<DeadlineStop> corrects;  ///< another day or reference that was recorded before
    std::string doubt;  ///< why the day may be wrong, for the person; blank where it is plain
    std::optional<record::Refusal> refusal;
};

/// Stops a clock of a case that no other step stops: who was told, when. A deadline that the case's
/// criteria file does not have throws Failure (usage).
StopResult stop_deadline(Store&, CriteriaLibrary&, const DeadlineStop&, const record::Act&);

}  // namespace scr::casework
