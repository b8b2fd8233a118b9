#include "scr/casework/regimes.hpp"

#include <algorithm>

#include "scr/casework/case_origins.hpp"

namespace scr::casework {

std::vector<std::size_t> regimes_of(const record::CaseDates& dates,
                                    const std::vector<criteria::CriteriaHead>& files,
                                    const std::function<bool(std::size_t)>& answered) {
    std::vector<std::size_t> in_force;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto date = date_of(dates, files[i].regime_date);
        if (!date || is_in_force(files[i], *date)) in_force.push_back(i);
    }
    std::vector<std::size_t> known;
    std::ranges::copy_if(in_force, std::back_inserter(known), answered);
    return known.empty() ? in_force : known;
}

std::string undated_by(const record::CaseDates& dates, const criteria::CriteriaHead& file) {
    const bool always = file.in_force_from.empty() && file.in_force_to.empty();
    return always || date_of(dates, file.regime_date) ? "" : file.regime_date;
}

bool answers_any(const criteria::Answers& answers) {
    return std::ranges::any_of(answers, [](const criteria::Answer& answer) {
        return answer.state != criteria::Answer::State::blank;
    });
}

std::vector<RegimeScreening> under_all_regimes(Store& store, CriteriaLibrary& library,
                                               Screeners& screeners, const record::Case& child,
                                               criteria::Blanks blanks) {
    auto files = library.heads();
    CaseOrigins origins(store, files);
    if (const auto* own = origins.of(child)) {
        std::erase_if(files, [&](const criteria::CriteriaHead& file) {
            return !share_country(file.jurisdiction, own->jurisdiction);
        });
    }
    const auto answered = [&](std::size_t file) {
        const auto criteria = library.rules_of(files[file].id);
        const auto facts = facts_from_json(criteria->criteria, child.facts.facts_json);
        return !facts.misfits.empty() || answers_any(facts.answers);
    };
    std::vector<RegimeScreening> screenings;
    for (const std::size_t file : regimes_of(child.facts.dates, files, answered)) {
        const auto criteria = library.rules_of(files[file].id);
        screenings.push_back(
            {criteria, screen_case(child, criteria, screeners.of(criteria), blanks)});
    }
    return screenings;
}

}  // namespace scr::casework
