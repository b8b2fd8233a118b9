#include "scr/casework/regimes.hpp"

#include <algorithm>

namespace scr::casework {

std::vector<std::string> regimes_on(const record::CaseDates& dates,
                                    const std::vector<criteria::CriteriaHead>& library) {
    std::vector<std::string> ids;
    for (const auto& file : library) {
        const auto date = date_of(dates, file.regime_date);
        if (!date || is_in_force(file, *date)) ids.push_back(file.id);
    }
    return ids;
}

bool answers_any(const criteria::Answers& answers) {
    return std::ranges::any_of(answers, [](const criteria::Answer& answer) {
        return answer.state != criteria::Answer::State::blank;
    });
}

std::vector<RegimeScreening> under_all_regimes(CriteriaLibrary& library, Screeners& screeners,
                                               const record::Case& child, criteria::Blanks blanks) {
    std::vector<CriteriaPointer> all;
    std::vector<CriteriaPointer> answered;
    for (const auto& id : regimes_on(child.facts.dates, library.heads())) {
        all.push_back(library.rules_of(id));
        const auto facts = facts_from_json(all.back()->criteria, child.facts.facts_json);
        if (!facts.misfits.empty() || answers_any(facts.answers)) answered.push_back(all.back());
    }
    std::vector<RegimeScreening> screenings;
    for (const auto& criteria : answered.empty() ? all : answered) {
        screenings.push_back(
            {criteria, screen_case(child, criteria, screeners.of(criteria), blanks)});
    }
    return screenings;
}

}  // namespace scr::casework
