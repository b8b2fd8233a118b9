#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scr/casework/batch.hpp"
#include "scr/casework/incoming.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::casework {

/// What is to change in a case. Nothing is overwritten: a version is added.
struct Amendment {
    std::map<std::size_t, criteria::Answer> answers;                ///< by fact
    std::map<std::string, std::optional<record::CivilDate>> dates;  ///< by column; nothing: no date
    std::string reason;                                             ///< must not be blank
    Attribution attribution;  ///< of the changed answers; blank where nobody stands behind them
};

struct AmendResult {
    int version = 0;                    ///< of the facts now; as before when nothing changed
    std::vector<std::string> changed;   ///< names of facts and dates; none when all was so already
    std::vector<std::string> computed;  ///< facts whose computed answer changed with the dates
    std::optional<RejectedRecord> refusal;  ///< nothing was added
};

/// Adds a version of the facts under `criteria`, with the ages that follow from changed dates.
/// Refused are facts that contradict each other, an answer without a ground that it needs, and a
/// date after `today` unless `planned`. The batch is not committed; the
/// case, which must be there, is read in its change.
AmendResult amend(Batch& batch, const CriteriaPointer& criteria, const criteria::Screener&,
                  const std::string& case_reference, const Amendment&, record::CivilDate today,
                  bool planned);

}  // namespace scr::casework
