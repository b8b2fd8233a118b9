#pragma once

#include <memory>
#include <optional>

#include "criteria/turned_outcomes.hpp"

namespace scr::criteria {

/// Why a side of a condition cannot be shown. The arguments must outlive it.
class Obstacles {
 public:
    Obstacles(RuleDiagrams& diagrams, const TestedConditions& conditions, TurnedOutcomes& turned);
    ~Obstacles();

    /// Nothing where a complete, consistent record shows it.
    std::optional<Obstacle> of(std::size_t condition, bool holding);

 private:
    class Loose;

    bool somewhere(NodeId test) const;
    bool is_used(std::size_t condition) const;
    bool is_masked(std::size_t condition);
    bool is_for_otherwise(const Criterion&) const;
    std::string masked_text(std::size_t condition) const;
    std::string coupled_text(std::size_t condition) const;

    RuleDiagrams& diagrams_;
    const TestedConditions& conditions_;
    TurnedOutcomes& turned_;
    std::unique_ptr<Loose> loose_;
};

}  // namespace scr::criteria
