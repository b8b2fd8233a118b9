#pragma once

#include <string>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// How people weighed one factor of a checklist on one case. A later one of the same factor stands
/// in its place; both stay.
struct Weighing {
    std::string case_reference;
    std::string criteria_digest;  ///< the criteria text that has the factor
    std::string checklist;        ///< its id there
    std::string factor;           ///< its id within the checklist
    std::string answer;           ///< one of the checklist's answers
    std::string reason;           ///< free text, never blank
    CivilDate weighed_on{};       ///< the day of the meeting
    std::string recorded_at;      ///< filled by the store
    std::string recorded_by;      ///< filled by the store
};

}  // namespace scr::record
