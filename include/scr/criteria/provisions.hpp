#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "scr/criteria/checklists.hpp"
#include "scr/criteria/screening.hpp"

/// A criteria file read against what it carries, provision by provision.
namespace scr::criteria {

/// A provision of a source and the rules and factors that cite it, by their positions in the file.
struct CarriedProvision {
    std::size_t source = 0;
    std::optional<std::size_t> provision;  ///< nothing: the source as a whole
    std::vector<std::size_t> criteria;
    std::vector<std::size_t> deadlines;
    std::vector<std::size_t> checklists;  ///< those that cite it as a whole
    std::vector<FactorPlace> factors;

    bool cited() const;
};

/// Every provision of every source in file order, cited or not; after those of a source the source
/// as a whole, where something cites it without naming a provision.
std::vector<CarriedProvision> carried_provisions(const Criteria&);

/// For each criterion, the examples of the file in which it holds in every consistent completion.
std::vector<std::vector<std::size_t>> examples_by_criterion(const Screener&);

}  // namespace scr::criteria
