#include "scr/criteria/explanation.hpp"

#include <algorithm>

#include "criteria/forcing.hpp"
#include "criteria/screener_state.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

using Level = PathSearch::Level;

/// The answers from `first` up to `last` in words: `custody or remand`, `0 to 17`.
void add_in_words(const Fact& fact, std::int64_t first, std::int64_t last,
                  std::vector<std::string>& words) {
    if (fact.type == FactType::integer) {
        words.push_back(fact.text_of(first));
        if (last > first) words.back() += " to " + fact.text_of(last);
        return;
    }
    for (auto value = first; value <= last; ++value) words.push_back(fact.text_of(value));
}

/// The greatest answer to the fact.
std::int64_t last_answer(const Fact& fact) {
    return fact.type == FactType::integer ? fact.most
                                          : static_cast<std::int64_t>(fact.choices.size()) - 1;
}

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
                for (const std::size_t outcome : possible) reason.ways.push_back(way(i, outcome));
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

    /// What is answered stays; what is open may be answered, which costs.
    Way way(std::size_t determination, std::size_t outcome) {
        std::vector<Level> levels(levels_.count());
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const std::size_t fact = levels_.fact(level);
            levels[level].follows_head = answered_.follows_partner(fact);
            if (levels[level].follows_head) continue;
            levels[level].free = {symbols_[level]};
            levels[level].shared = answered_.shared_answer(fact);
            if (answered_.is_given(fact)) continue;
            for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
                levels[level].paid.push_back(i);
            }
        }
        const auto path = PathSearch(diagrams_, std::move(levels))
                              .cheapest(diagrams_.outcome_root(determination), 1ULL << outcome);
        Way way{outcome, {}};
        for (const auto& choice : path.value().choices) way.steps.push_back(step(choice));
        std::ranges::sort(way.steps, {}, &Step::fact);
        return way;
    }

    Step step(const Choice& choice) const {
        const std::size_t fact = levels_.fact(choice.level);
        const Fact& asked = criteria_.facts[fact];
        std::vector<std::string> words;
        if (choice.shared) {
            const auto& shared = levels_.group(choice.level).shared;
            const std::size_t next = *choice.shared + 1;
            const auto first = shared[*choice.shared].first;
            add_in_words(asked, first,
                         next < shared.size() ? shared[next].first - 1 : last_answer(asked), words);
            return {fact, first, text::join_in_words(words, "or")};
        }
        const auto& classes = levels_.classes(choice.level);
        const auto& starts = classes.starts();
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (classes.class_of(starts[i]) != choice.edge) continue;
            add_in_words(asked, starts[i],
                         i + 1 < starts.size() ? starts[i + 1] - 1 : last_answer(asked), words);
        }
        return {fact, classes.representative(choice.edge), text::join_in_words(words, "or")};
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

std::vector<std::vector<std::size_t>> forcing_answers(const Screener& screener,
                                                      const Screening& screening) {
    auto& state = screener.state();
    return state.forcing.of(Forcing(screener.criteria(), state.diagrams, screening));
}

}  // namespace scr::criteria
