#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/record/lifecycle.hpp"

namespace scr::casework {

/// What the subgroup recommended and the decider decided, on one case or on every child of an
/// incident.
struct DecideRequest {
    std::vector<std::string> cases;  ///< names: references, notifications, pseudonyms
    record::CivilDate meeting_on{};
    record::CivilDate decided_on{};
    std::string recommended;    ///< an outcome of the criteria file
    std::string decided;        ///< an outcome of the criteria file
    std::string determination;  ///< needed only where several have both outcomes; else blank
    std::string reasons;        ///< may be blank where both follow the machine's result
};

/// The decision on one case, beside the screening that lay before the meeting.
struct CaseDecision {
    record::Decision decision;
    CriteriaPointer criteria;
    record::DeterminationResult machine;  ///< what the screening said of the same question
    bool departs = false;                 ///< recommendation or decision differ from it
    bool already = false;                 ///< the same decision stands already: nothing was added
    std::optional<record::Decision> supersedes;
    std::string doubt{};  ///< why a day may be wrong, for the person; blank where it is plain
};

struct DecideResult {
    std::vector<CaseDecision> cases;
    std::vector<record::Refusal> refusals;  ///< when there is one, nothing was stored
};

/// Records the decision. An unknown outcome, or two that answer different questions, throw Failure
/// (usage).
DecideResult decide(Store&, CriteriaLibrary&, const DecideRequest&, const record::Act&);

}  // namespace scr::casework
