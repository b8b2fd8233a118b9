#include "scr/criteria/screening.hpp"

#include <algorithm>
#include <ranges>

#include "criteria/screener_state.hpp"
#include "criteria/silence.hpp"

namespace scr::criteria {
namespace {

/// Those of `facts` that matter while they are open, in file order. `answered` are the symbols of a
/// consistent way to answer some of them: where that shows it, nothing else is looked at.
std::vector<std::size_t> those_that_matter(const Criteria& criteria, Diagrams& diagrams,
                                           std::vector<std::size_t> facts, const Symbols& open,
                                           Symbols answered) {
    const auto matters = [&](std::size_t fact) {
        const auto determinations =
            std::views::iota(std::size_t{0}, criteria.determinations.size());
        return std::ranges::any_of(
                   determinations,
                   [&](std::size_t i) { return diagrams.decides_alone(i, fact, answered); }) ||
               std::ranges::any_of(determinations,
                                   [&](std::size_t i) { return diagrams.matters(i, fact, open); });
    };
    std::sort(facts.begin(), facts.end());
    std::erase_if(facts, [&](std::size_t fact) { return !matters(fact); });
    return facts;
}

std::vector<std::size_t> open_facts(const Reading& reading) {
    std::vector<std::size_t> open;
    for (std::size_t fact = 0; fact < reading.answers.size(); ++fact) {
        if (reading.answers[fact].state == Answer::State::unknown) open.push_back(fact);
    }
    return open;
}

/// The record as if nothing had been taken from silence: those facts are open, together.
Reading without_silence(const Criteria& criteria, Reading reading) {
    for (const std::size_t fact : reading.from_silence) reading.answers[fact] = Answer::unknown();
    // A fact that took its partner's answer is the partner's unknown again when that is open too;
    // it is then the partner that may matter.
    std::erase_if(reading.from_silence, [&](std::size_t fact) {
        const auto partner = criteria.facts[fact].if_blank_same_as;
        if (!partner || reading.answers[*partner].state != Answer::State::unknown) return false;
        reading.answers[fact] = Answer::blank();
        return true;
    });
    return reading;
}

/// The entries that no completion escapes; where each alone could be escaped but not all together,
/// every entry that some completion meets.
std::vector<std::size_t> contradictions(const Criteria& criteria, Diagrams& diagrams,
                                        const Symbols& symbols) {
    std::vector<std::size_t> certain;
    std::vector<std::size_t> conceivable;
    for (std::size_t i = 0; i < criteria.impossible.size(); ++i) {
        const Truth truth = diagrams.impossible(i, symbols);
        if (truth == Truth::holds) certain.push_back(i);
        if (truth != Truth::fails) conceivable.push_back(i);
    }
    return certain.empty() ? conceivable : certain;
}

}  // namespace

Screener::Screener(const Criteria& criteria) : state_(std::make_unique<State>(criteria)) {}
Screener::~Screener() = default;
Screener::Screener(Screener&&) noexcept = default;

const Criteria& Screener::criteria() const {
    return state_->criteria;
}

Screening Screener::screen(const Answers& answers, Blanks blanks) const {
    const Criteria& criteria = state_->criteria;
    Diagrams& diagrams = state_->diagrams;
    Screening screening;
    screening.reading = read_silence(criteria, answers, blanks);
    const Symbols symbols = diagrams.symbols(screening.reading);
    bool all_determined = true;
    screening.findings.reserve(criteria.determinations.size());
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        const Possible set = diagrams.outcome(i, symbols);
        if (set == 0) {
            screening.contradictions = contradictions(criteria, diagrams, symbols);
            screening.findings.clear();
            return screening;
        }
        screening.findings.push_back({OutcomeSet::of_bits(set)});
        all_determined = all_determined && screening.findings.back().determined();
    }
    for (std::size_t i = 0; i < criteria.criteria.size(); ++i) {
        if (diagrams.criterion(i, symbols) == Truth::holds) screening.criteria.push_back(i);
    }
    if (!all_determined) {
        screening.missing =
            those_that_matter(criteria, diagrams, open_facts(screening.reading), symbols, symbols);
    }
    const Reading silent = without_silence(criteria, screening.reading);
    screening.assumed = those_that_matter(criteria, diagrams, silent.from_silence,
                                          diagrams.symbols(silent), symbols);
    return screening;
}

std::vector<Truth> Screener::deadlines(const Screening& screening) const {
    const Symbols symbols = state_->diagrams.symbols(screening.reading);
    std::vector<Truth> truths;
    for (std::size_t i = 0; i < state_->criteria.deadlines.size(); ++i) {
        truths.push_back(state_->diagrams.deadline(i, symbols));
    }
    return truths;
}

std::vector<Truth> Screener::conditions(const Screening& screening) const {
    const Symbols symbols = state_->diagrams.symbols(screening.reading);
    std::vector<Truth> truths;
    for (std::size_t i = 0; i < state_->criteria.conditions.size(); ++i) {
        truths.push_back(state_->diagrams.condition(i, symbols));
    }
    return truths;
}

std::vector<std::size_t> Screener::diagram_sizes() const {
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < state_->criteria.determinations.size(); ++i) {
        sizes.push_back(state_->diagrams.outcomes().size(state_->diagrams.outcome_root(i)));
    }
    return sizes;
}

}  // namespace scr::criteria
