#pragma once

#include <map>
#include <utility>

#include "criteria/findings_parts.hpp"
#include "criteria/tested_conditions.hpp"

namespace scr::criteria {

/// What would come out if one condition came out the other way, over complete answers, consistent
/// or not. Both arguments must outlive it.
class TurnedOutcomes {
 public:
    TurnedOutcomes(RuleDiagrams& diagrams, const TestedConditions& conditions)
        : diagrams_(diagrams), conditions_(conditions) {}

    /// The outcome of the determination, one bit, with the condition turned.
    NodeId outcome(std::size_t condition, std::size_t determination);
    /// Holds where turning the condition changes the outcome of the determination.
    NodeId decides(std::size_t condition, std::size_t determination);
    /// Holds where, besides, the condition itself holds (or fails).
    NodeId shows(std::size_t condition, std::size_t determination, bool holding);
    /// The same for any determination.
    NodeId shows(std::size_t condition, bool holding);

 private:
    RuleDiagrams& diagrams_;
    const TestedConditions& conditions_;
    std::map<std::pair<std::size_t, std::size_t>, NodeId> outcomes_;
};

}  // namespace scr::criteria
