#pragma once

#include <optional>
#include <vector>

#include "scr/criteria/screening.hpp"

namespace scr::batch {

/// What the records of a run come to, counted.
struct OutcomeCounts {
    explicit OutcomeCounts(const criteria::Criteria&);

    /// Counts `times` records with this screening.
    void add(const criteria::Screening&, std::size_t times = 1);
    void add(const OutcomeCounts& others);
    /// Of `undetermined` where `outcome` is nothing.
    std::size_t of(std::size_t determination, std::optional<std::size_t> outcome) const;

    std::vector<std::vector<std::size_t>> determined;  ///< by determination and outcome
    std::vector<std::vector<std::size_t>> possible;    ///< the same, settled or not
    std::vector<std::size_t> undetermined;             ///< by determination
    std::vector<std::size_t> holding;                  ///< by criterion
    std::vector<std::size_t> missing;                  ///< by fact: open, and it matters
    std::vector<std::size_t> silent;                   ///< by fact: taken from silence
    std::vector<std::size_t> assumed;                  ///< by fact: taken from silence, and decided
};

}  // namespace scr::batch
