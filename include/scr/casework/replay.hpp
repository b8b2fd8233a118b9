#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"

/// Whether every recorded screening still comes out as it was recorded, from the criteria text and
/// the facts that the record keeps.
namespace scr::casework {

/// A screening that does not.
struct ReplayFinding {
    std::string screening;  ///< its reference; a case's where its screenings cannot be read
    std::string problem;    ///< never holds an answer of the record
};

struct ReplayReport {
    std::size_t screenings = 0;
    std::size_t differing = 0;
    std::vector<ReplayFinding> findings;  ///< the first thousand
    /// Those recorded before the answers that decided were kept: less of them is compared.
    std::size_t without_receipt = 0;
    std::vector<std::string> unreceipted;  ///< their references, the first thousand
};

/// Works out every recorded screening anew, case by case, so that the memory does not grow with the
/// store. `progress` hears how many are done. A part that cannot be read is a finding.
ReplayReport replay(Store&, CriteriaLibrary&, const std::function<void(std::size_t)>& progress);

}  // namespace scr::casework
