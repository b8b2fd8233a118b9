#pragma once

#include <string>
#include <vector>

#include "criteria/answered.hpp"
#include "criteria/diagrams.hpp"
#include "criteria/path_search.hpp"
#include "scr/criteria/explanation.hpp"
#include "scr/recent.hpp"

namespace scr::criteria {

/// Finds the smallest sets of a record's answers that force its outcomes: on its way through a
/// diagram an answer may be kept, which costs, or dropped.
class Forcing {
 public:
    /// All must outlive it.
    Forcing(const Criteria&, const Diagrams&, const Screening&);

    /// Empty while undetermined.
    std::vector<std::size_t> facts(std::size_t determination) const;
    ForcingSets all() const;

 private:
    PathSearch::Level droppable(std::size_t level) const;

    const Diagrams& diagrams_;
    const Levels& levels_;
    const Screening& screening_;
    Answered answered_;
    Symbols symbols_;
    std::vector<PathSearch::Level> droppable_;
};

/// What was found for the records before: a long history has the same answers again and again.
class ForcingMemory {
 public:
    /// Forcing::all of these, which must be the same with every call but for the screening. Valid
    /// until the next call.
    const ForcingSets& of(const Criteria&, const Diagrams&, const Screening&);

 private:
    /// Up to some twenty megabytes.
    static constexpr std::size_t known_at_least = std::size_t{1} << 15;

    Recent<std::string, ForcingSets> known_{known_at_least};
    std::string key_;  ///< of the record at hand; its memory is used again
};

}  // namespace scr::criteria
