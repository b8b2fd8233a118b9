#include "scr/casework/adoption.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace scr::casework {

using Ground = AdoptionStanding::Ground;

AdoptionStanding adoption_standing(Store* store, CriteriaLibrary& library,
                                   const LoadedCriteria& criteria) {
    if (library.is_shipped(criteria)) return {Ground::shipped};
    if (store == nullptr) return {};
    const auto adoptions = store->adoptions();
    const auto found =
        std::ranges::find(adoptions, criteria.digest, &record::Adoption::criteria_digest);
    if (found != adoptions.end()) return {Ground::meeting, *found};
    // INVARIANT: since adoptions are recorded, no text is kept that was not adopted by then.
    return {store->criteria(criteria.digest) ? Ground::kept : Ground::none};
}

std::vector<CriteriaText> adopted_texts(Store& store) {
    std::vector<CriteriaText> texts;
    auto adoptions = store.adoptions();
    std::ranges::reverse(adoptions);
    for (const auto& adoption : adoptions) {
        if (auto text = store.criteria(adoption.criteria_digest)) texts.push_back(std::move(*text));
    }
    return texts;
}

record::Refusal not_adopted(const LoadedCriteria& criteria) {
    return {fmt::format("{} is not adopted, so nothing is recorded under it", criteria.criteria.id),
            fmt::format("scr criteria adopt {} --meeting D --reason T", criteria.name)};
}

std::string trial_note(const criteria::CriteriaHead& criteria) {
    return fmt::format("trial: {} is not adopted, and nothing is stored", criteria.id);
}

AdoptResult adopt(Store& store, CriteriaLibrary& library, const LoadedCriteria& criteria,
                  record::CivilDate meeting_on, const std::string& reason, const record::Act& act) {
    // Begun before the look, so that nobody adopts the same between look and write.
    const auto change = store.begin(act);
    auto before = adoption_standing(&store, library, criteria);
    if (before.ground == Ground::shipped || before.ground == Ground::meeting) {
        return {std::move(before), true};
    }
    change->keep_criteria(to_stored_text(criteria));
    change->add_adoption({criteria.criteria.id, criteria.digest, meeting_on, reason, "", ""});
    change->commit();
    return {adoption_standing(&store, library, criteria), false};
}

}  // namespace scr::casework
