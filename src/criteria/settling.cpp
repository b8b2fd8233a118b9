#include "scr/criteria/settling.hpp"

#include <algorithm>

#include "criteria/screener_state.hpp"

namespace scr::criteria {
namespace {

bool all_settled(const Screening& screening) {
    return std::ranges::all_of(screening.findings, &Finding::determined);
}

}  // namespace

std::vector<Settling> settling_facts(const Screener& screener, const Answers& answers,
                                     const Screening& screening, Blanks blanks) {
    const auto& levels = screener.state().diagrams.levels();
    std::vector<Settling> result;
    Answers tried = answers;
    for (const std::size_t fact : screening.missing) {
        Settling settling{fact, true, false};
        const auto& classes = levels.classes(levels.level(fact));
        for (std::size_t i = 0; i < classes.count(); ++i) {
            tried[fact] = Answer::given(classes.representative(i));
            const auto after = screener.screen(tried, blanks);
            if (after.contradictory()) continue;
            const bool settles = all_settled(after);
            settling.surely = settling.surely && settles;
            settling.possibly = settling.possibly || settles;
        }
        settling.surely = settling.surely && settling.possibly;
        tried[fact] = answers[fact];
        result.push_back(settling);
    }
    return result;
}

}  // namespace scr::criteria
