#pragma once

#include <map>
#include <variant>

#include "scr/casework/screen.hpp"

namespace scr::casework {

/// The same case with other answers, by fact. Nothing is stored. An age that dates gave is
/// replaced without regard to the dates: that is what is asked. Refused where the answers
/// contradict one another.
std::variant<CaseScreening, RejectedRecord> what_if(
    const CaseScreening& before, const std::map<std::size_t, criteria::Answer>& changes,
    const criteria::Screener&, criteria::Blanks);

}  // namespace scr::casework
