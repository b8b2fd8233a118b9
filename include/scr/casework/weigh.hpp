#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/record/lifecycle.hpp"

namespace scr::casework {

/// What people say of one factor of a checklist, on one case or on every child of an incident.
struct WeighRequest {
    std::string cases;   ///< a name: reference, notification, pseudonym
    std::string factor;  ///< as criteria::factors_called takes it
    std::string answer;  ///< one of the checklist's
    std::string reason;  ///< never blank
    std::optional<record::CivilDate> meeting_on;
    record::CivilDate today{};  ///< stands where no day of a meeting is given
};

/// One factor of one case, weighed.
struct CaseWeighing {
    record::Weighing weighing;
    std::string text;      ///< the factor in the file's words
    bool already = false;  ///< weighed so already: nothing was added
    std::optional<record::Weighing> supersedes{};
    std::string doubt{};  ///< why the day may be wrong, for the person; blank where it is plain
};

struct WeighResult {
    std::vector<CaseWeighing> cases;
    std::vector<record::Refusal> refusals;  ///< when there is one, nothing was stored
};

/// Records it. The factor is one of the criteria of the case's newest screening. An unknown factor
/// or answer, and a name of several factors, throw Failure (usage); a blank reason (refused).
WeighResult weigh(Store&, CriteriaLibrary&, const WeighRequest&, const record::Act&);

}  // namespace scr::casework
