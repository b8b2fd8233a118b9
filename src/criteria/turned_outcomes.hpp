#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "criteria/findings_parts.hpp"
#include "criteria/tested_conditions.hpp"

namespace scr::criteria {

/// What would come out if one condition came out the other way, over complete answers, consistent
/// or not. Both arguments must outlive it.
class TurnedOutcomes {
 public:
    TurnedOutcomes(RuleDiagrams& diagrams, const TestedConditions& conditions);

    /// The outcome of the determination, one bit, with the condition turned.
    NodeId outcome(std::size_t condition, std::size_t determination);
    /// Holds where turning the condition changes the outcome of the determination.
    NodeId decides(std::size_t condition, std::size_t determination);
    /// Holds where, besides, the condition itself holds (or fails).
    NodeId shows(std::size_t condition, std::size_t determination, bool holding);
    /// The same for any determination.
    NodeId shows(std::size_t condition, bool holding);

 private:
    using Rules = std::span<const std::size_t>;

    NodeId strongest(std::size_t condition, std::size_t determination);
    NodeId any_of(Rules rules, std::size_t condition);
    NodeId either(NodeId a, NodeId b);

    RuleDiagrams& diagrams_;
    const TestedConditions& conditions_;
    /// Positions of criteria, by determination and outcome.
    std::vector<std::vector<std::vector<std::size_t>>> rules_;
    std::vector<bool> touched_;  ///< criteria that turn on the condition in hand
    /// Whether any of a stretch of criteria holds, with nothing turned: most criteria do not know
    /// most conditions, and are put together once.
    std::map<std::pair<const std::size_t*, std::size_t>, NodeId> untouched_;
    std::map<std::pair<std::size_t, std::size_t>, NodeId> outcomes_;
    std::map<std::pair<std::size_t, std::size_t>, NodeId> decides_;
};

}  // namespace scr::criteria
