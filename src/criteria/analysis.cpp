#include "scr/criteria/analysis.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "criteria/compiler.hpp"
#include "criteria/path_search.hpp"

namespace scr::criteria {
namespace {

std::string outcome_text(const Determination& determination, const Finding& finding) {
    return finding.determined() ? determination.outcomes[finding.possible.front()].id
                                : "undetermined";
}

std::string expectation_problem(const Criteria& criteria, const Example& example,
                                const Screening& screening) {
    std::string problem;
    for (const auto& [index, outcome] : example.expect) {
        const Determination& determination = criteria.determinations[index];
        const std::string expected = outcome ? determination.outcomes[*outcome].id : "undetermined";
        const std::string found = outcome_text(determination, screening.findings[index]);
        if (expected == found) continue;
        if (!problem.empty()) problem += "; ";
        problem +=
            fmt::format("expected {0} = {1}, found {0} = {2}", determination.id, expected, found);
    }
    return problem;
}

std::string contradiction_problem(const Criteria& criteria, const Screening& screening) {
    std::string problem = "its facts cannot stand together: ";
    for (std::size_t i = 0; i < screening.contradictions.size(); ++i) {
        if (i > 0) problem += "; ";
        problem += criteria.impossible[screening.contradictions[i]].text;
    }
    return problem;
}

/// All tests of a file, the claims included: the answers that anything in it tells apart.
std::vector<const Test*> all_tests(const Criteria& criteria) {
    std::vector<const Test*> tests;
    for (const auto& entry : criteria.conditions) tests.push_back(&entry.when);
    for (const auto& entry : criteria.impossible) tests.push_back(&entry.when);
    for (const auto& entry : criteria.criteria) tests.push_back(&entry.when);
    for (const auto& entry : criteria.claims) tests.push_back(&entry.test);
    return tests;
}

/// Answers by level.
using AnswersByLevel = std::map<std::size_t, std::size_t>;

/// Proves claims over complete, consistent answers.
class Prover {
 public:
    explicit Prover(const Criteria& criteria)
        : criteria_(criteria),
          levels_(criteria, answer_classes(criteria, all_tests(criteria))),
          compiler_(criteria, levels_),
          open_(open_edge_counts(levels_)),
          opener_(levels_, compiler_.forest(), open_) {}

    /// A counter-example: the fewest answers that leave nothing but *fails*, whatever the others
    /// are; nothing when the claim holds.
    std::optional<AnswersByLevel> refute(const Claim& claim) {
        const NodeId complete = compiler_.consistent(compiler_.test(claim.test));
        const auto path =
            PathSearch(levels_, open_, any_answer()).cheapest(opener_.open(complete), fails_bit);
        if (!path) return std::nullopt;
        AnswersByLevel answers;
        for (const auto& choice : path->choices) answers[choice.level] = choice.edge;
        return answers;
    }

    std::string describe(const AnswersByLevel& path) const {
        std::map<std::size_t, std::string> by_fact;
        for (const auto& [level, answer_class] : path) {
            const std::size_t fact = levels_.fact(level);
            by_fact[fact] =
                criteria_.facts[fact].text_of(levels_.classes(level).representative(answer_class));
        }
        std::string text;
        for (const auto& [fact, answer] : by_fact) {
            if (!text.empty()) text += ", ";
            text += fmt::format("{} = {}", criteria_.facts[fact].id, answer);
        }
        return text.empty() ? "any record" : text;
    }

    std::string outcomes(const AnswersByLevel& path) {
        std::string text;
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            const Possible set =
                possible_below(compiler_.consistent(compiler_.determination(i)), path);
            if (!text.empty()) text += ", ";
            text +=
                criteria_.determinations[i].id + " = " + names(criteria_.determinations[i], set);
        }
        return text;
    }

 private:
    /// To leave a fact open costs nothing, any answer to it costs one.
    std::vector<PathSearch::Level> any_answer() const {
        std::vector<PathSearch::Level> result(levels_.count());
        for (std::size_t level = 0; level < result.size(); ++level) {
            result[level].free = levels_.open_edge(level);
            result[level].paid = {0, levels_.class_count(level)};
        }
        return result;
    }

    /// What is possible when the path's facts are answered and the others are not.
    Possible possible_below(NodeId id, const AnswersByLevel& path) {
        const Forest& forest = compiler_.forest();
        if (Forest::is_terminal(id)) return forest.possible(id);
        const auto answered = path.find(forest.level(id));
        if (answered != path.end()) return possible_below(forest.edges(id)[answered->second], path);
        const auto known = below_.find({id, path});
        if (known != below_.end()) return known->second;
        Possible set = 0;
        for (const NodeId child : forest.edges(id)) set |= possible_below(child, path);
        below_.emplace(std::pair{id, path}, set);
        return set;
    }

    static std::string names(const Determination& determination, Possible set) {
        std::string text;
        for (std::size_t i = 0; i < determination.outcomes.size(); ++i) {
            if ((set >> i & 1) == 0) continue;
            if (!text.empty()) text += " or ";
            text += determination.outcomes[i].id;
        }
        return text;
    }

    const Criteria& criteria_;
    Levels levels_;
    Compiler compiler_;
    Forest open_;
    Opener opener_;
    std::map<std::pair<NodeId, AnswersByLevel>, Possible> below_;
};

}  // namespace

std::vector<ExampleFailure> run_examples(const Criteria& criteria, const Screener& screener) {
    std::vector<ExampleFailure> failures;
    for (std::size_t i = 0; i < criteria.examples.size(); ++i) {
        const Example& example = criteria.examples[i];
        const Screening screening = screener.screen(example.facts);
        std::string problem = screening.contradictory()
                                  ? contradiction_problem(criteria, screening)
                                  : expectation_problem(criteria, example, screening);
        if (!problem.empty()) failures.push_back({i, std::move(problem)});
    }
    return failures;
}

std::vector<ClaimFailure> check_claims(const Criteria& criteria) {
    if (criteria.claims.empty()) return {};
    Prover prover(criteria);
    std::vector<ClaimFailure> failures;
    for (std::size_t i = 0; i < criteria.claims.size(); ++i) {
        const auto path = prover.refute(criteria.claims[i]);
        if (path) failures.push_back({i, prover.describe(*path), prover.outcomes(*path)});
    }
    return failures;
}

}  // namespace scr::criteria
