// Comparisons that come out the same whatever the answer is.

#include "criteria/findings_comparisons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "criteria/alphabet.hpp"
#include "criteria/findings_shown.hpp"
#include "criteria/test_walk.hpp"
#include "scr/criteria/explanation.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

using Constants = std::vector<ConstantComparison>;

void add_constant_by_range(const Criteria& criteria, const Test& test, Constants& found) {
    each_comparison(test, [&](const Test& comparison) {
        const AnswerClasses classes(criteria.facts[comparison.index], {&comparison});
        if (classes.count() == 1)
            found.push_back({&comparison, accepts(comparison, classes.representative(0)), true});
    });
}

/// The answers that can stand with others, one of each class: worked out once a fact.
class StandingAnswers {
 public:
    explicit StandingAnswers(RuleDiagrams& diagrams)
        : diagrams_(diagrams), known_(diagrams.criteria().facts.size()) {}

    const std::vector<std::int64_t>& to(std::size_t fact) {
        if (!known_[fact]) known_[fact] = find(fact);
        return *known_[fact];
    }

 private:
    std::vector<std::int64_t> find(std::size_t fact) {
        std::vector<std::int64_t> standing;
        const auto& classes = diagrams_.levels().classes(diagrams_.levels().level(fact));
        for (std::size_t i = 0; i < classes.count(); ++i) {
            const NodeId answered = diagrams_.answered(fact, classes.representative(i));
            const NodeId stands = diagrams_.compiler().consistent(answered);
            if ((diagrams_.reachable(stands) & holds_bit) != 0)
                standing.push_back(classes.representative(i));
        }
        return standing;
    }

    RuleDiagrams& diagrams_;
    std::vector<std::optional<std::vector<std::int64_t>>> known_;
};

/// Those, too, that only `impossible` keeps from coming out otherwise.
void add_constant(const Criteria& criteria, StandingAnswers& answers, const Test& test,
                  Constants& found) {
    each_comparison(test, [&](const Test& comparison) {
        const std::size_t before = found.size();
        add_constant_by_range(criteria, comparison, found);
        if (found.size() > before) return;
        const auto& standing = answers.to(comparison.index);
        const auto meets = [&](std::int64_t answer) { return accepts(comparison, answer); };
        const auto count = std::count_if(standing.begin(), standing.end(), meets);
        if (count == 0 || count == std::ssize(standing))
            found.push_back({&comparison, count != 0, false});
    });
}

/// As the file writes it, also where it names every answer there is and thus means none.
std::string comparison_text(const Criteria& criteria, const Test& test) {
    const Fact& fact = criteria.facts[test.index];
    if (!test.values.empty()) return test_text(criteria, test);
    return fmt::format("{} != {}", fact.id, text::join(fact.choices, ", "));
}

std::string range_note(const Fact& fact) {
    if (fact.type == FactType::integer)
        return fmt::format("`{}` is a whole number from {} to {}", fact.id, fact.least, fact.most);
    return fmt::format("the answers to `{}` are {}", fact.id, text::join(fact.choices, ", "));
}

/// The numbers with which the comparison would tell answers apart.
std::string number_help(const Fact& fact, const Test& test) {
    const bool from_next =
        test.comparison == Comparison::less || test.comparison == Comparison::at_least;
    const bool to_previous =
        test.comparison == Comparison::greater || test.comparison == Comparison::at_most;
    if (fact.least == fact.most) return fmt::format("widen the `range` of `{}`", fact.id);
    return fmt::format("compare it with a number from {} to {}, or correct the `range` of `{}`",
                       fact.least + (from_next ? 1 : 0), fact.most - (to_previous ? 1 : 0),
                       fact.id);
}

std::string comparison_help(const Fact& fact, const ConstantComparison& constant) {
    if (!constant.by_range) return "correct it, or the impossible entries that settle it";
    const bool lists_all = constant.holds && constant.test->values.size() > 1;
    if (lists_all) return "leave out an answer that should not meet it";
    if (fact.type == FactType::integer) return number_help(fact, *constant.test);
    return fmt::format("give `{}` a second answer, or take the comparison out", fact.id);
}

std::optional<ShownRecord> all_the_same(RuleDiagrams& diagrams, const Screener& screener,
                                        const ConstantComparison& constant) {
    const Truth truth = constant.holds ? Truth::holds : Truth::fails;
    const bool refused = diagrams.everything_impossible();
    const auto answers =
        refused ? smallest_of_all(diagrams) : smallest_with_an_answer(diagrams, *constant.test);
    return shown(diagrams.criteria(), screener, answers, [&](const Screening& screening) {
        return refused ? screening.contradictory()
                       : truth_of(screener, *constant.test, screening) == truth;
    });
}

}  // namespace

Constants constant_comparisons(RuleDiagrams& diagrams) {
    const Criteria& criteria = diagrams.criteria();
    const std::vector<bool> excluding = conditions_in_impossible(criteria);
    const bool nothing = diagrams.everything_impossible();
    StandingAnswers standing(diagrams);
    Constants found;
    const auto add = [&](const Test& test, bool range_alone) {
        if (nothing || range_alone) return add_constant_by_range(criteria, test, found);
        add_constant(criteria, standing, test, found);
    };
    for (std::size_t i = 0; i < criteria.conditions.size(); ++i)
        add(criteria.conditions[i].when, excluding[i]);
    for (const auto& entry : criteria.impossible) add(entry.when, true);
    for (const auto& criterion : criteria.criteria) add(criterion.when, false);
    for (const auto& deadline : criteria.deadlines) {
        if (deadline.when) add(*deadline.when, false);
    }
    for (const auto& claim : criteria.claims) add(claim.test, true);
    return found;
}

void report_comparisons(RuleDiagrams& diagrams, const Screener& screener, const Constants& constant,
                        FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    for (const ConstantComparison& one : constant) {
        const Fact& fact = criteria.facts[one.test->index];
        const std::string note =
            one.by_range ? range_note(fact) : "the answers that would turn it are impossible";
        findings.push_back(
            {FindingKind::constant_comparison,
             {one.test->span,
              fmt::format("`{}` {} whatever `{}` is", comparison_text(criteria, *one.test),
                          one.holds ? "holds" : "fails", fact.id),
              note, comparison_help(fact, one)},
             all_the_same(diagrams, screener, one)});
    }
}

}  // namespace scr::criteria
