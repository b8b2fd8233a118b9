#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/criteria/checklists.hpp"
#include "scr/record/weighing.hpp"

/// How the factors of a criteria file stand on a case. Pure.
namespace scr::casework {

/// A factor and what stands on it; nothing where it is not weighed yet.
struct WeighedFactor {
    criteria::FactorPlace place;
    std::optional<record::Weighing> weighing{};
};

/// Every factor of the file, in its order. `weighings` is Store::weighings_of: what was weighed
/// under a factor that the file does not have is left out.
std::vector<WeighedFactor> weighed_factors(const criteria::Criteria&,
                                           const std::vector<record::Weighing>& weighings);

/// The factors to be weighed before a review of that kind, and not weighed yet, each by the name
/// that means it alone.
std::vector<std::string> unweighed_before(const criteria::Criteria&,
                                          const std::vector<record::Weighing>& weighings,
                                          const std::string& kind);

}  // namespace scr::casework
