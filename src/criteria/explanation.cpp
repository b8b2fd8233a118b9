#include "scr/criteria/explanation.hpp"

#include <algorithm>

#include "criteria/explanation_ways.hpp"
#include "criteria/forcing.hpp"
#include "criteria/screener_state.hpp"

namespace scr::criteria {
namespace {

class Explainer {
 public:
    Explainer(const Criteria& criteria, Diagrams& diagrams, const Screening& screening)
        : criteria_(criteria),
          diagrams_(diagrams),
          levels_(diagrams.levels()),
          screening_(screening),
          answered_(criteria, levels_, screening.reading),
          symbols_(diagrams.symbols(screening.reading)) {}

    Explanation explain() {
        Explanation result;
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            const auto& possible = screening_.findings[i].possible;
            DeterminationReason reason;
            if (possible.size() == 1) {
                reason.forcing = Forcing(criteria_, diagrams_, screening_).facts(i);
            } else {
                for (const std::size_t outcome : possible) {
                    reason.ways.push_back(
                        shortest_way(criteria_, diagrams_, screening_, i, outcome));
                }
            }
            result.determinations.push_back(std::move(reason));
        }
        for (const std::size_t i : screening_.criteria) {
            result.criteria.push_back(part(criteria_.criteria[i].when));
        }
        for (std::size_t fact = 0; fact < criteria_.facts.size(); ++fact) {
            const bool given = answered_.is_given(fact) && !answered_.from_silence(fact);
            if (given && !forces(result, fact) && is_irrelevant(fact)) {
                result.irrelevant.push_back(fact);
            }
        }
        return result;
    }

 private:
    static bool forces(const Explanation& explanation, std::size_t fact) {
        return std::ranges::any_of(explanation.determinations, [&](const auto& reason) {
            return std::ranges::find(reason.forcing, fact) != reason.forcing.end();
        });
    }

    /// Left open, the fact matters to nothing; one that others follow is left open with them.
    bool is_irrelevant(std::size_t fact) {
        if (answered_.follows_partner(fact)) return false;
        Symbols open = symbols_;
        const std::size_t level = levels_.level(fact);
        open[level] = static_cast<std::uint16_t>(levels_.open_edge(level));
        for (const std::size_t member : levels_.group(level).members) {
            if (levels_.group(level).head == level &&
                answered_.follows_partner(levels_.fact(member))) {
                open[member] = static_cast<std::uint16_t>(levels_.tied_edge(member));
            }
        }
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            if (diagrams_.matters(i, fact, open)) return false;
        }
        return true;
    }

    ReasonPart part(const Test& test) {
        ReasonPart result;
        result.truth = diagrams_.test(test, symbols_);
        result.test = test_text(criteria_, test);
        result.index = test.index;
        switch (test.kind) {
            case Test::Kind::fact: result.kind = ReasonPart::Kind::fact; return result;
            case Test::Kind::condition:
                result.kind = ReasonPart::Kind::condition;
                result.parts.push_back(part(criteria_.conditions[test.index].when));
                return result;
            case Test::Kind::negation: result.kind = ReasonPart::Kind::negation; break;
            case Test::Kind::conjunction: result.kind = ReasonPart::Kind::conjunction; break;
            case Test::Kind::disjunction: result.kind = ReasonPart::Kind::disjunction; break;
            default: return result;
        }
        for (const auto& operand : test.operands) result.parts.push_back(part(operand));
        return result;
    }

    const Criteria& criteria_;
    Diagrams& diagrams_;
    const Levels& levels_;
    const Screening& screening_;
    Answered answered_;
    Symbols symbols_;
};

}  // namespace

Explanation explain(const Screener& screener, const Screening& screening) {
    return Explainer(screener.criteria(), screener.state().diagrams, screening).explain();
}

const ForcingSets& forcing_answers(const Screener& screener, const Screening& screening) {
    auto& state = screener.state();
    return state.forcing.of(screener.criteria(), state.diagrams, screening);
}

}  // namespace scr::criteria
