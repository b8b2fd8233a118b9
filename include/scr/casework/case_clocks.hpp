#pragma once

#include <map>
#include <string>
#include <vector>

#include "scr/casework/clocks.hpp"
#include "scr/casework/screen.hpp"

namespace scr::casework {

/// The clocks of stored cases. A case's are those of the criteria text of its newest screening or,
/// before the first, of the text that it was taken in under; which of them run, its newest facts
/// say.
class CaseClocks {
 public:
    CaseClocks(Store& store, CriteriaLibrary& library, const record::Calendar& calendar,
               record::CivilDate today)
        : store_(store), library_(library), calendar_(calendar), today_(today) {}

    /// None for a case whose facts contradict each other.
    std::vector<Clock> of(const record::Case&);

 private:
    CriteriaPointer criteria_of(const std::string& digest);

    Store& store_;
    CriteriaLibrary& library_;
    const record::Calendar& calendar_;
    record::CivilDate today_;
    std::map<std::string, CriteriaPointer> criteria_;  ///< by digest: a text is read once
    Screeners screeners_;
};

}  // namespace scr::casework
