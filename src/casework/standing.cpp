#include "scr/casework/standing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/kept_criteria.hpp"

namespace scr::casework {

std::optional<record::ScreeningRecord> current_screening(Store& store, const record::Case& child) {
    auto screenings = store.screenings_of(child.reference);
    if (screenings.empty() || screenings.back().facts_version != child.facts.number) return {};
    return std::move(screenings.back());
}

std::optional<record::Decision> standing_decision(Store& store, const std::string& case_reference,
                                                  const std::string& determination) {
    auto decisions = store.decisions_of(case_reference);
    std::erase_if(decisions, [&](const record::Decision& decision) {
        return decision.determination != determination;
    });
    if (decisions.empty()) return {};
    return std::move(decisions.back());
}

std::optional<record::Decision> leading_decision(
    Store& store, const std::string& case_reference,
    const std::vector<record::ScreeningRecord>& screenings) {
    auto decisions = store.decisions_of(case_reference);
    std::erase_if(decisions, [&](const record::Decision& decision) {
        const auto screening =
            std::ranges::find(screenings, decision.screening, &record::ScreeningRecord::reference);
        return screening == screenings.end() ||
               screening->results.front().determination != decision.determination;
    });
    if (decisions.empty()) return {};
    return std::move(decisions.back());
}

std::string decide_command(const std::string& case_reference) {
    return fmt::format(
        "scr review decide {} --meeting D --recommend OUTCOME --decide OUTCOME --reason-file F",
        case_reference);
}

record::CaseStanding case_standing(Store& store, const record::Case& child,
                                   const std::string& determination) {
    record::CaseStanding standing;
    const auto screenings = store.screenings_of(child.reference);
    standing.screened = !screenings.empty();
    standing.screened_current_facts =
        standing.screened && screenings.back().facts_version == child.facts.number;
    const auto decision = determination.empty()
                              ? leading_decision(store, child.reference, screenings)
                              : standing_decision(store, child.reference, determination);
    if (decision) standing.decided = decision->decided;
    for (const auto& review : store.reviews_of(child.reference)) {
        if (review.closed_on) {
            standing.under_closed_review = true;
        } else {
            standing.open_review = review.reference;
        }
    }
    return standing;
}

std::optional<record::Publication> live_publication(Store& store, const std::string& review) {
    for (auto& publication : store.publications()) {
        if (publication.review == review &&
            publication.state == record::PublicationState::published) {
            return std::move(publication);
        }
    }
    return std::nullopt;
}

record::ReviewStanding review_standing(Store& store, CriteriaLibrary& library,
                                       const record::Review& review) {
    record::ReviewStanding standing;
    standing.closed = review.closed_on.has_value();
    const auto criteria = kept_criteria(store, library, review.criteria_digest);
    const auto* kind = criteria->criteria.review_kind(review.kind);
    if (kind != nullptr) standing.published_policy = kind->published;
    if (const auto live = live_publication(store, review.reference)) {
        standing.has_live_publication = true;
        standing.live_publication = live->reference;
    }
    return standing;
}

}  // namespace scr::casework
