#include "scr/casework/weighed_factors.hpp"

#include <algorithm>

namespace scr::casework {
namespace {

/// The newest on this factor.
std::optional<record::Weighing> newest_weighing(const criteria::Criteria& criteria,
                                                criteria::FactorPlace place,
                                                const std::vector<record::Weighing>& weighings) {
    const auto& checklist = criteria.checklists[place.checklist];
    const auto found =
        std::find_if(weighings.rbegin(), weighings.rend(), [&](const record::Weighing& weighing) {
            return weighing.checklist == checklist.id &&
                   weighing.factor == checklist.factors[place.factor].id;
        });
    return found == weighings.rend() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::vector<WeighedFactor> weighed_factors(const criteria::Criteria& criteria,
                                           const std::vector<record::Weighing>& weighings) {
    std::vector<WeighedFactor> factors;
    for (const auto place : criteria::factors_of(criteria))
        factors.push_back({place, newest_weighing(criteria, place, weighings)});
    return factors;
}

std::vector<std::string> unweighed_before(const criteria::Criteria& criteria,
                                          const std::vector<record::Weighing>& weighings,
                                          const std::string& kind) {
    std::vector<std::string> names;
    for (const auto& [place, weighing] : weighed_factors(criteria, weighings)) {
        const auto& before = criteria.checklists[place.checklist].before;
        if (weighing || std::ranges::find(before, kind) == before.end()) continue;
        names.push_back(criteria::factor_name(criteria, place));
    }
    return names;
}

}  // namespace scr::casework
