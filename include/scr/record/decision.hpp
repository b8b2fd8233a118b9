#pragma once

#include <string>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// What the subgroup recommended and the decider decided on one case. A later one supersedes it;
/// both stay.
struct Decision {
    std::string case_reference;
    std::string determination;  ///< the determination that both outcomes belong to
    CivilDate meeting_on{};
    std::string recommended;  ///< an outcome of the criteria file
    std::string decided;      ///< an outcome of the criteria file
    CivilDate decided_on{};
    std::string reasons;      ///< free text
    std::string screening;    ///< the screening that lay before the meeting, `N-2026-0001/2@3`
    std::string recorded_at;  ///< filled by the store
    std::string recorded_by;  ///< filled by the store
};

}  // namespace scr::record
