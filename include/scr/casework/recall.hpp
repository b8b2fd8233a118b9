#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/screen.hpp"

/// A recorded screening read again from the criteria text and the facts that it names, as the
/// record keeps them: once either has moved on, nothing else says what it rested on.
namespace scr::casework {

/// The criteria text that the record keeps under a digest.
struct RecalledText {
    CriteriaPointer criteria;  ///< null where it is not kept or does not compile
    std::string problem;       ///< blank: it is the one that the digest names

    /// The text that the digest names; null where what is kept is another, or none.
    CriteriaPointer named() const { return problem.empty() ? criteria : nullptr; }
};

RecalledText recall_text(Store&, CriteriaLibrary&, const std::string& digest);

/// What a recorded screening comes out as.
struct Recalled {
    std::optional<CaseScreening> again;  ///< nothing where no result can be worked out
    /// Why `again` is not what was recorded; none: it is, with the reference of the recorded one.
    std::vector<std::string> problems;  ///< they never hold an answer of the record
};

/// Works out `recorded`, a screening of `child`, on the version of the facts among `versions` that
/// it names and under `text`. What cannot be read of them is a problem, not a failure.
Recalled recall(record::Case child, const std::vector<record::FactsVersion>& versions,
                const record::ScreeningRecord& recorded, const RecalledText& text, Screeners&);

}  // namespace scr::casework
