// Comparisons that come out the same whatever the answer is.

#include "criteria/findings_comparisons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
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

std::string constant_message(const Criteria& criteria, const ConstantComparison& constant) {
    return fmt::format("`{}` {} whatever `{}` is", comparison_text(criteria, *constant.test),
                       constant.holds ? "holds" : "fails", criteria.facts[constant.test->index].id);
}

void report_by_range(RuleDiagrams& diagrams, const Screener& screener,
                     const ConstantComparison& constant, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    const Fact& fact = criteria.facts[constant.test->index];
    findings.push_back({FindingKind::constant_comparison,
                        {constant.test->span, constant_message(criteria, constant),
                         range_note(fact), comparison_help(fact, constant)},
                        all_the_same(diagrams, screener, constant)});
}

/// What it would take for a comparison to come out otherwise.
Test turned(const ConstantComparison& constant) {
    return constant.holds ? negated(*constant.test) : *constant.test;
}

/// The entries of `impossible` that exclude whatever would turn a comparison.
std::vector<RelatedPlace> causes_of(RuleDiagrams& diagrams, const Test& turned) {
    const Criteria& criteria = diagrams.criteria();
    std::vector<NodeId> entries;
    for (std::size_t i = 0; i < criteria.impossible.size(); ++i)
        entries.push_back(diagrams.impossible(i));
    std::vector<RelatedPlace> causes;
    for (const std::size_t i :
         covering(diagrams.forest(), diagrams.compiler().test(turned), entries))
        causes.push_back(
            {RelatedPlace::Role::cause, criteria.impossible[i].text, criteria.impossible[i].span});
    return causes;
}

std::string excluded_note(const std::vector<RelatedPlace>& causes) {
    std::vector<std::string> texts;
    for (const RelatedPlace& cause : causes) texts.push_back(fmt::format("`{}`", cause.text));
    return fmt::format("the answers that would turn it are impossible: {} {} them",
                       text::join_in_words(texts), texts.size() == 1 ? "excludes" : "exclude");
}

/// One finding for all comparisons that the same answers would turn.
class SettledByImpossible {
 public:
    SettledByImpossible(RuleDiagrams& diagrams, const Screener& screener, FileFindings& findings)
        : diagrams_(diagrams), screener_(screener), findings_(findings) {}

    void report(const ConstantComparison& constant) {
        const Criteria& criteria = diagrams_.criteria();
        const Test otherwise = turned(constant);
        const auto [known, added] =
            reported_.emplace(diagrams_.compiler().test(otherwise), findings_.size());
        if (!added) {
            findings_[known->second].related.push_back({RelatedPlace::Role::repetition,
                                                        comparison_text(criteria, *constant.test),
                                                        constant.test->span});
            return;
        }
        auto causes = causes_of(diagrams_, otherwise);
        const bool one = causes.size() == 1;
        findings_.push_back(
            {FindingKind::constant_comparison,
             {constant.test->span, constant_message(criteria, constant), excluded_note(causes),
              one ? "correct it, or the impossible entry that settles it"
                  : "correct it, or the impossible entries that settle it"},
             where_it_is_refused(diagrams_, screener_, otherwise),
             std::move(causes)});
    }

 private:
    RuleDiagrams& diagrams_;
    const Screener& screener_;
    FileFindings& findings_;
    std::map<NodeId, std::size_t> reported_;  ///< by what would turn it: its place in findings_
};

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
    SettledByImpossible settled(diagrams, screener, findings);
    for (const ConstantComparison& one : constant) {
        if (one.by_range)
            report_by_range(diagrams, screener, one, findings);
        else
            settled.report(one);
    }
}

}  // namespace scr::criteria
