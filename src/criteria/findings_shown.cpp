// Records that show a finding, each screened before it is shown.

#include "criteria/findings_shown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/screener_state.hpp"
#include "scr/criteria/explanation.hpp"
#include "scr/failure.hpp"

namespace scr::criteria {
namespace {

/// What a test says where it is no more than the name of a condition.
const Test& behind_names(const Criteria& criteria, const Test& test) {
    if (test.kind != Test::Kind::condition) return test;
    return behind_names(criteria, criteria.conditions[test.index].when);
}

/// The last part of a conjunction without which the others can stand together.
std::optional<std::size_t> spare_part(RuleDiagrams& diagrams, const Test& whole) {
    Forest& forest = diagrams.forest();
    const NodeId always = forest.terminal(holds_bit);
    std::vector<NodeId> before{diagrams.compiler().consistent(always)};
    for (const Test& part : whole.operands)
        before.push_back(jointly(forest, before.back(), diagrams.compiler().test(part)));
    NodeId after = always;
    for (std::size_t i = whole.operands.size(); i-- > 0;) {
        if (jointly(forest, before[i], after) != forest.terminal(fails_bit)) return i;
        after = jointly(forest, after, diagrams.compiler().test(whole.operands[i]));
    }
    return std::nullopt;
}

Nearest without_a_part(RuleDiagrams& diagrams, const Screener& screener, const Test& whole,
                       std::size_t part) {
    Test others = whole;
    others.operands.erase(others.operands.begin() + static_cast<std::ptrdiff_t>(part));
    const auto answers = diagrams.smallest_record(diagrams.consistent(others));
    const auto shows = [&](const Screening& screening) {
        return truth_of(screener, others, screening) == Truth::holds &&
               truth_of(screener, whole, screening) == Truth::fails;
    };
    return {shown(diagrams.criteria(), screener, answers, shows),
            test_text(diagrams.criteria(), whole.operands[part])};
}

/// The answers of a fact to try: one of each class, and the last, which may be of any.
std::vector<std::int64_t> answers_to_try(const RuleDiagrams& diagrams, std::size_t index) {
    const Fact& fact = diagrams.criteria().facts[index];
    const auto& classes = diagrams.levels().classes(diagrams.levels().level(index));
    std::vector<std::int64_t> answers;
    for (std::size_t i = 0; i < classes.count(); ++i) answers.push_back(classes.representative(i));
    answers.push_back(fact.type == FactType::integer
                          ? fact.most
                          : static_cast<std::int64_t>(fact.choices.size()) - 1);
    return answers;
}

}  // namespace

std::optional<ShownRecord> shown(const Criteria& criteria, const Screener& screener,
                                 const std::optional<Answers>& answers, const Shows& shows) {
    if (!answers) return std::nullopt;
    const Screening screening = screener.screen(*answers);
    if (!shows(screening))
        throw Failure(FailureKind::bug, "a record does not screen as the check expects it to");
    return ShownRecord{*answers, facts_text(criteria, *answers),
                       outcomes_text(criteria, screening)};
}

Truth truth_of(const Screener& screener, const Test& test, const Screening& screening) {
    Diagrams& diagrams = screener.state().diagrams;
    return diagrams.test(test, diagrams.symbols(screening.reading));
}

Answers smallest_of_all(RuleDiagrams& diagrams) {
    const NodeId always = diagrams.forest().terminal(holds_bit);
    const auto answers = diagrams.smallest_record(diagrams.compiler().consistent(always));
    return answers.value_or(Answers(diagrams.criteria().facts.size()));
}

Test negated(const Test& test) {
    Test negation;
    negation.kind = Test::Kind::negation;
    negation.operands = {test};
    return negation;
}

std::optional<ShownRecord> where_it_is_refused(RuleDiagrams& diagrams, const Screener& screener,
                                               const Test& test) {
    const auto answers = diagrams.smallest_record(diagrams.compiler().test(test));
    return shown(diagrams.criteria(), screener, answers, [&](const Screening& screening) {
        const Screener& unhindered = diagrams.unhindered();
        return screening.contradictory() &&
               truth_of(unhindered, test, unhindered.screen(*answers)) == Truth::holds;
    });
}

std::optional<ShownRecord> where_it_holds(RuleDiagrams& diagrams, const Screener& screener,
                                          const Test& test) {
    const auto answers = diagrams.smallest_record(diagrams.consistent(test));
    return shown(diagrams.criteria(), screener, answers, [&](const Screening& screening) {
        return !screening.contradictory() && truth_of(screener, test, screening) == Truth::holds;
    });
}

std::optional<ShownRecord> where_it_is_answered(RuleDiagrams& diagrams, const Screener& screener,
                                                std::size_t fact) {
    const Criteria& criteria = diagrams.criteria();
    Answers answers = smallest_of_all(diagrams);
    const auto tried = answers_to_try(diagrams, fact);
    answers[fact] = Answer::given(tried.front());
    return shown(criteria, screener, answers, [&](const Screening& screening) {
        const std::string outcomes = outcomes_text(criteria, screening);
        return std::all_of(tried.begin(), tried.end(), [&](std::int64_t answer) {
            Answers other = answers;
            other[fact] = Answer::given(answer);
            return outcomes_text(criteria, screener.screen(other)) == outcomes;
        });
    });
}

std::string Nearest::added_to(std::string_view note) const {
    if (but.empty()) return std::string(note);
    return fmt::format("{}; the example meets all of it but `{}`", note, but);
}

Nearest nearest_to_holding(RuleDiagrams& diagrams, const Screener& screener, const Test& test) {
    if (auto refused = where_it_is_refused(diagrams, screener, test)) return {refused, ""};
    const Test& whole = behind_names(diagrams.criteria(), test);
    if (whole.kind == Test::Kind::conjunction) {
        const auto part = spare_part(diagrams, whole);
        if (part) return without_a_part(diagrams, screener, whole, *part);
    }
    const auto fails = [&](const Screening& screening) {
        return truth_of(screener, test, screening) == Truth::fails;
    };
    return {shown(diagrams.criteria(), screener, smallest_of_all(diagrams), fails), ""};
}

}  // namespace scr::criteria
