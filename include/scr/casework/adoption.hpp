#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/record/adoption.hpp"
#include "scr/record/lifecycle.hpp"

/// Anybody may try a criteria file; only an adopted text makes a record.
namespace scr::casework {

/// On what a criteria text counts as adopted. It goes by the digest: a changed text is another one.
struct AdoptionStanding {
    enum class Ground {
        none,     ///< it is not: what it gives is a trial
        shipped,  ///< it came with this program
        meeting,  ///< a meeting adopted it
        kept      ///< the record rests on it: it came with an earlier program, or was used before
                  ///< adoptions were recorded
    };

    Ground ground = Ground::none;
    std::optional<record::Adoption> adoption{};  ///< of a meeting

    bool adopted() const { return ground != Ground::none; }
};

/// `store` may be null, where there is none: then only what is shipped is adopted.
AdoptionStanding adoption_standing(Store* store, CriteriaLibrary&, const LoadedCriteria&);

/// The texts that meetings adopted, the latest adoption first: of one id it is the one that counts.
std::vector<CriteriaText> adopted_texts(Store&);

/// Why nothing is recorded under criteria that are not adopted.
record::Refusal not_adopted(const LoadedCriteria&);

/// What marks a result under criteria that are not adopted.
std::string trial_note(const criteria::CriteriaHead&);

struct AdoptResult {
    AdoptionStanding standing;
    bool already = false;  ///< it counted as adopted before: nothing was added
};

/// Records, in one change, that the meeting adopted the text, and keeps it. A text that a meeting
/// adopted before, and one that is shipped, stay as they are. `reason` must not be blank.
AdoptResult adopt(Store&, CriteriaLibrary&, const LoadedCriteria&, record::CivilDate meeting_on,
                  const std::string& reason, const record::Act&);

}  // namespace scr::casework
