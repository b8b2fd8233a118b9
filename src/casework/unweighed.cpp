#include "scr/casework/unweighed.hpp"

#include <fmt/format.h>

#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/weighed_factors.hpp"

namespace scr::casework {

std::vector<Unweighed> unweighed_of(Store& store, CriteriaLibrary& library,
                                    const record::Review& review) {
    std::vector<Unweighed> result;
    for (const auto& reference : review.cases) {
        const auto screenings = store.screenings_of(reference);
        if (screenings.empty()) continue;
        const auto criteria = kept_criteria(store, library, screenings.back().criteria_digest);
        auto factors =
            unweighed_before(criteria->criteria, store.weighings_of(reference), review.kind);
        if (!factors.empty()) result.push_back({reference, std::move(factors)});
    }
    return result;
}

std::string weigh_command(const Unweighed& lacking) {
    return fmt::format("scr review weigh {} {} --answer WORD --reason-file F",
                       lacking.case_reference, lacking.factors.front());
}

}  // namespace scr::casework
