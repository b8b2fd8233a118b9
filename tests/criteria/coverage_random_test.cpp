// Coverage and cases against enumeration, on random small files.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "criteria/oracle.hpp"
#include "criteria/random_criteria.hpp"
#include "criteria/tested_conditions.hpp"
#include "rounds.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria/cases.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

using namespace scr::criteria;
using oracle::Oracle;
using Values = Oracle::Values;

namespace {

/// One file, its consistent records, and what comes out where a condition is turned: expressions
/// are walked as trees, records are enumerated.
class Turning {
 public:
    explicit Turning(const Criteria& c)
        : criteria(c),
          levels(c, answer_classes(c, screening_tests(c))),
          conditions(c, levels),
          oracle_(c, {0, 1, 2, 3, 4}) {
        Values values;
        extend(values);
    }

    bool holds(std::size_t condition, const Values& values) const {
        return oracle_.holds(conditions.test(condition), values);
    }
    std::size_t outcome(std::size_t determination, const Values& values) const {
        return oracle_.outcome(determination, values);
    }
    std::size_t turned(std::size_t condition, std::size_t determination,
                       const Values& values) const {
        const Determination& asked = criteria.determinations[determination];
        std::size_t strongest = asked.outcomes.size();
        for (const Criterion& criterion : criteria.criteria) {
            if (criterion.determination == determination &&
                holds_turned(criterion.when, condition, values))
                strongest = std::min(strongest, criterion.outcome);
        }
        return strongest == asked.outcomes.size() ? asked.otherwise : strongest;
    }
    bool shows(std::size_t condition, std::size_t determination, bool holding,
               const Values& values) const {
        return holds(condition, values) == holding &&
               outcome(determination, values) != turned(condition, determination, values);
    }
    bool shown_somewhere(std::size_t condition, bool holding) const {
        return std::any_of(consistent.begin(), consistent.end(), [&](const Values& values) {
            return shows(condition, 0, holding, values) || shows(condition, 1, holding, values);
        });
    }

    /// In how many facts the closest two differ that show both sides; nothing where none do.
    std::optional<std::size_t> closest(std::size_t condition) const {
        std::optional<std::size_t> best;
        for (std::size_t determination = 0; determination < 2; ++determination) {
            for (const Values& a : consistent) {
                if (!shows(condition, determination, true, a)) continue;
                for (const Values& b : consistent) {
                    const std::size_t distance = differing(a, b);
                    if ((best && *best <= distance) ||
                        outcome(determination, a) == outcome(determination, b) ||
                        !shows(condition, determination, false, b))
                        continue;
                    best = distance;
                }
            }
        }
        return best;
    }

    /// The consistent completions of a record whose blanks were read.
    std::vector<Values> completions(const Reading& reading) const {
        std::vector<Values> found;
        std::copy_if(consistent.begin(), consistent.end(), std::back_inserter(found),
                     [&](const Values& values) { return completes(values, reading); });
        return found;
    }

    const Criteria& criteria;
    Levels levels;
    TestedConditions conditions;
    std::vector<Values> consistent;

 private:
    void extend(Values& values) {
        if (values.size() == criteria.facts.size()) {
            if (oracle_.consistent(values)) consistent.push_back(values);
            return;
        }
        for (const std::int64_t answer : oracle_.answers_to(values.size())) {
            values.push_back(answer);
            extend(values);
            values.pop_back();
        }
    }

    bool is_turned(const Test& test, std::size_t condition) const {
        const Test& own = conditions.test(condition);
        if (own.kind != test.kind || own.index != test.index) return false;
        if (test.kind == Test::Kind::condition) return true;
        bool same = true;
        bool opposite = true;
        for (const std::int64_t answer : oracle_.answers_to(test.index)) {
            Values values(criteria.facts.size());
            values[test.index] = answer;
            const bool equal = oracle_.holds(test, values) == oracle_.holds(own, values);
            same = same && equal;
            opposite = opposite && !equal;
        }
        return same || opposite;
    }

    bool holds_turned(const Test& test, std::size_t condition, const Values& values) const {
        const auto each = [&](bool wanted) {
            return std::any_of(test.operands.begin(), test.operands.end(), [&](const Test& t) {
                return holds_turned(t, condition, values) == wanted;
            });
        };
        const bool atom = test.kind == Test::Kind::fact || test.kind == Test::Kind::condition;
        if (atom && is_turned(test, condition)) return !oracle_.holds(test, values);
        switch (test.kind) {
            case Test::Kind::condition:
                return holds_turned(criteria.conditions[test.index].when, condition, values);
            case Test::Kind::negation:
                return !holds_turned(test.operands.front(), condition, values);
            case Test::Kind::conjunction: return !each(false);
            case Test::Kind::disjunction: return each(true);
            default: return oracle_.holds(test, values);
        }
    }

    static std::size_t differing(const Values& a, const Values& b) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < a.size(); ++i) count += a[i] != b[i] ? 1 : 0;
        return count;
    }

    bool completes(const Values& values, const Reading& reading) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Answer& answer = reading.answers[i];
            if (answer.state == Answer::State::given && answer.value != values[i]) return false;
            if (answer.state == Answer::State::blank &&
                values[i] != values[*criteria.facts[i].if_blank_same_as])
                return false;
        }
        return true;
    }

    Oracle oracle_;
};

/// The outcome of them all, or nothing for `undetermined`.
template <class OutcomeOf>
std::optional<std::size_t> word(const std::vector<Values>& completions,
                                const OutcomeOf& outcome_of) {
    std::set<std::size_t> outcomes;
    for (const Values& values : completions) outcomes.insert(outcome_of(values));
    return outcomes.size() == 1 ? std::optional(*outcomes.begin()) : std::nullopt;
}

/// The first example that shows one side.
std::optional<std::size_t> example_showing(const Turning& turning, const Screener& screener,
                                           std::size_t condition, bool holding) {
    const auto& examples = turning.criteria.examples;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const auto completions = turning.completions(screener.screen(examples[i].facts).reading);
        if (completions.empty()) continue;
        const bool on_side = std::all_of(
            completions.begin(), completions.end(),
            [&](const Values& values) { return turning.holds(condition, values) == holding; });
        if (!on_side) continue;
        for (const auto& [asked, expected] : examples[i].expect) {
            const std::size_t determination = asked;
            const auto as_is = word(completions, [&](const Values& values) {
                return turning.outcome(determination, values);
            });
            const auto turned = word(completions, [&](const Values& values) {
                return turning.turned(condition, determination, values);
            });
            if (as_is != turned) return i;
        }
    }
    return std::nullopt;
}

std::vector<Example> random_examples(const Criteria& criteria, std::mt19937& random) {
    std::vector<Example> examples;
    for (int i = 0; i < 4; ++i) {
        Example example;
        example.facts = oracle::random_answers(criteria, random);
        // What is expected does not matter here, but of which determination.
        example.expect[std::uniform_int_distribution<std::size_t>(0, 1)(random)] = 0;
        examples.push_back(example);
    }
    return examples;
}

std::vector<Example> examples_of(const Cases& cases) {
    std::vector<Example> examples;
    for (const Case& entry : cases.cases) {
        Example example{entry.name, entry.answers, {}, {}};
        for (std::size_t i = 0; i < entry.expect.size(); ++i) {
            const auto& possible = entry.expect[i].possible;
            example.expect[i] =
                possible.size() == 1 ? std::optional(possible.front()) : std::nullopt;
        }
        examples.push_back(example);
    }
    return examples;
}

/// The facts on which two records differ, as they are written or as their silence is read.
std::vector<std::size_t> differences(const Answers& a, const Answers& b) {
    std::vector<std::size_t> facts;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i]) facts.push_back(i);
    }
    return facts;
}

/// A blank fact that is the same as one that differs, and that nothing turns on there, is no
/// difference of a pair; everything else is.
void check_differing(const Screener& screener, const CasePair& pair, const Answers& holds,
                     const Answers& fails) {
    const auto written = differences(holds, fails);
    const auto read =
        differences(screener.screen(holds).reading.answers, screener.screen(fails).reading.answers);
    const auto& said = pair.differing;
    CHECK(std::includes(said.begin(), said.end(), written.begin(), written.end()));
    CHECK(std::includes(read.begin(), read.end(), said.begin(), said.end()));
}

}  // namespace

TEST_CASE("what examples cover and what cannot be covered is what enumeration says") {
    std::mt19937 random(7);
    std::map<ObstacleKind, int> obstacles;
    int shown = 0;
    for (int round = 0; round < scr::test::rounds(250); ++round) {
        const std::string text = oracle::random_criteria_text(random);
        CAPTURE(text);
        Criteria criteria = scr::criteria_toml::load(text, "random.toml").result.criteria.value();
        criteria.examples = random_examples(criteria, random);
        const Screener screener(criteria);
        const Turning turning(criteria);
        if (turning.consistent.size() > 700) continue;
        const auto coverage = measure_coverage(criteria, screener);
        REQUIRE(coverage.size() == turning.conditions.count());
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            CAPTURE(coverage[i].condition.label());
            for (const bool holding : {true, false}) {
                CAPTURE(holding);
                const ConditionSide& side = holding ? coverage[i].holds : coverage[i].fails;
                CHECK(side.example == example_showing(turning, screener, i, holding));
                if (side.example) ++shown;
                if (side.example) continue;
                CHECK(side.obstacle.has_value() != turning.shown_somewhere(i, holding));
                if (side.obstacle) ++obstacles[side.obstacle->kind];
            }
        }
    }
    CHECK(shown > scr::test::rounds(100));
    // Of each kind some came up; a tenth of the rounds may miss a rare one.
    CHECK(obstacles.size() >= (scr::test::rounds(10) == 10 ? 5 : 3));
}

TEST_CASE("cases are the closest pairs and cover all that can be covered") {
    std::mt19937 random(11);
    int pairs = 0;
    for (int round = 0; round < scr::test::rounds(200); ++round) {
        const std::string text = oracle::random_criteria_text(random);
        CAPTURE(text);
        Criteria criteria = scr::criteria_toml::load(text, "random.toml").result.criteria.value();
        const Screener screener(criteria);
        const Turning turning(criteria);
        if (turning.consistent.size() > 300 || turning.consistent.empty()) continue;
        const Cases cases = generate_cases(criteria, screener);
        std::map<std::size_t, std::size_t> distances;
        for (const CasePair& pair : cases.pairs) {
            const Answers& holds = cases.cases[pair.holds].answers;
            const Answers& fails = cases.cases[pair.fails].answers;
            check_differing(screener, pair, holds, fails);
            distances[pair.condition] = pair.differing.size();
            ++pairs;
        }
        for (std::size_t i = 0; i < cases.conditions.size(); ++i) {
            CAPTURE(cases.conditions[i].label());
            const auto found = distances.find(i);
            CHECK((found == distances.end() ? std::nullopt : std::optional(found->second)) ==
                  turning.closest(i));
        }
        criteria.examples = examples_of(cases);
        CHECK(run_examples(criteria, screener).empty());
        for (const auto& entry : measure_coverage(criteria, screener)) {
            CAPTURE(entry.condition.label());
            CHECK_FALSE(entry.missing());
        }
    }
    CHECK(pairs > scr::test::rounds(200));
}

TEST_CASE("cases show each outcome and each criterion that enumeration finds") {
    std::mt19937 random(13);
    for (int round = 0; round < scr::test::rounds(200); ++round) {
        const std::string text = oracle::random_criteria_text(random);
        CAPTURE(text);
        const Criteria criteria =
            scr::criteria_toml::load(text, "random.toml").result.criteria.value();
        const Screener screener(criteria);
        const Turning turning(criteria);
        std::set<std::string> wanted;
        for (const Values& values : turning.consistent) {
            for (std::size_t i = 0; i < 2; ++i) {
                const Determination& asked = criteria.determinations[i];
                wanted.insert("outcome " + asked.id + " = " +
                              asked.outcomes[turning.outcome(i, values)].id);
            }
            for (const Criterion& criterion : criteria.criteria) {
                if (Oracle(criteria, {}).holds(criterion.when, values))
                    wanted.insert("criterion " + criterion.id);
            }
        }
        std::set<std::string> shown;
        for (const Case& entry : generate_cases(criteria, screener).cases) {
            for (std::string what : entry.shows) {
                if (what.starts_with("criterion ")) what.resize(what.rfind(' '));
                if (what.starts_with("criterion ") || what.starts_with("outcome "))
                    shown.insert(what);
            }
        }
        CHECK(shown == wanted);
    }
}
