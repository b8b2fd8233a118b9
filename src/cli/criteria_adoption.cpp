#include "cli/criteria_adoption.hpp"

#include "cli/context.hpp"

namespace scr::cli {

casework::AdoptionStanding adoption_of(Context& context, const casework::LoadedCriteria& criteria) {
    auto& library = context.criteria_library();
    if (library.is_shipped(criteria) || !context.has_store()) {
        return casework::adoption_standing(nullptr, library, criteria);
    }
    return casework::adoption_standing(&context.store_for_reading(), library, criteria);
}

bool is_trial(Context& context, const casework::LoadedCriteria& criteria) {
    try {
        return !adoption_of(context, criteria).adopted();
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::store) throw;
        return true;
    }
}

void say_trial(Context& context, const casework::LoadedCriteria& criteria) {
    if (context.format() == Format::csv) context.notice(casework::trial_note(criteria.criteria));
    context.notice("to record it: " + casework::not_adopted(criteria).help);
}

Failure not_recorded(const casework::LoadedCriteria& criteria) {
    const auto [why, help] = casework::not_adopted(criteria);
    return Failure(FailureKind::not_allowed, why, "", "", help);
}

void require_adopted(Context& context, const casework::LoadedCriteria& criteria) {
    if (!adoption_of(context, criteria).adopted()) throw not_recorded(criteria);
}

}  // namespace scr::cli
