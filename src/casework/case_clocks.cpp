#include "scr/casework/case_clocks.hpp"

#include "scr/casework/kept_criteria.hpp"

namespace scr::casework {

CriteriaPointer CaseClocks::criteria_of(const std::string& digest) {
    auto& known = criteria_[digest];
    if (!known) known = kept_criteria(store_, library_, digest);
    return known;
}

std::vector<Clock> CaseClocks::of(const record::Case& child) {
    const auto screenings = store_.screenings_of(child.reference);
    const auto criteria =
        criteria_of(screenings.empty() ? child.criteria_digest : screenings.back().criteria_digest);
    // As the screening before the subgroup read it, not as another would.
    const auto blanks = !screenings.empty() && screenings.back().blank_as_unknown
                            ? criteria::Blanks::as_unknown
                            : criteria::Blanks::take_default;
    const auto& screener = screeners_.of(criteria);
    const auto screened = screen_case(child, criteria, screener, blanks);
    const auto* result = std::get_if<CaseScreening>(&screened);
    if (result == nullptr) return {};
    return clocks(criteria->criteria, screener.deadlines(result->screening),
                  steps_of(store_, child, criteria->criteria), today_, calendar_);
}

}  // namespace scr::casework
