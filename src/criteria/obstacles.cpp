#include "criteria/obstacles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

/// A test with every comparison put as a question of its own.
Test loosened(const Test& test, const TestedConditions& conditions) {
    Test result = test;
    for (Test& operand : result.operands) operand = loosened(operand, conditions);
    if (test.kind != Test::Kind::fact) return result;
    const auto found = conditions.comparison_of(test);
    if (!found) return {};  // it stands in a condition that no criterion names
    result.index = found->entry;
    result.comparison = Comparison::among;
    result.values = {found->opposite ? 1 : 0};
    return result;
}

/// The criteria with one yes_no fact a condition (those of named conditions are idle), so that no
/// answer to one comparison says anything of another. Nothing is impossible.
Criteria loosened(const Criteria& criteria, const TestedConditions& conditions) {
    Criteria loose;
    loose.determinations = criteria.determinations;
    loose.conditions = criteria.conditions;
    loose.criteria = criteria.criteria;
    for (std::size_t i = 0; i < conditions.count(); ++i) {
        Fact fact;
        fact.id = conditions[i].label();
        fact.choices = {"yes", "no"};
        loose.facts.push_back(std::move(fact));
    }
    for (auto& condition : loose.conditions) {
        condition.when = loosened(condition.when, conditions);
    }
    for (auto& criterion : loose.criteria) criterion.when = loosened(criterion.when, conditions);
    return loose;
}

/// `c1` turns on it.
std::string users_text(const std::vector<const Criterion*>& users) {
    std::vector<std::string> names;
    bool decide = false;
    for (const Criterion* const criterion : users) {
        names.push_back(fmt::format("`{}`", criterion->id));
        decide = decide || criterion->eye.empty();
    }
    const bool one = users.size() == 1;
    const std::string_view verb = decide ? (one ? "turns on it" : "turn on it")
                                         : (one ? "calls for a look" : "call for a look");
    return fmt::format("{} {}", text::join_in_words(names), verb);
}

}  // namespace

/// The rules with their comparisons let loose from one another.
class Obstacles::Loose {
 public:
    Loose(const Criteria& criteria, const TestedConditions& conditions)
        : tight_(conditions),
          criteria_(loosened(criteria, conditions)),
          diagrams_(criteria_),
          conditions_(criteria_, diagrams_.levels()),
          turned_(diagrams_, conditions_) {}

    /// Whether turning the condition changes an outcome for any truth of the others.
    bool decides(std::size_t condition) {
        const auto same = counterpart(condition);
        const NodeId never = diagrams_.forest().terminal(fails_bit);
        return same &&
               (turned_.shows(*same, true) != never || turned_.shows(*same, false) != never);
    }

 private:
    /// The same condition among the loosened ones: they are found in the same order, but a
    /// comparison is known by its fact.
    std::optional<std::size_t> counterpart(std::size_t condition) const {
        for (std::size_t i = 0; i < conditions_.count(); ++i) {
            if (conditions_.is_comparison(i) != tight_.is_comparison(condition)) continue;
            const std::size_t wanted =
                tight_.is_comparison(condition) ? condition : tight_.test(condition).index;
            if (conditions_.test(i).index == wanted) return i;
        }
        return std::nullopt;
    }

    const TestedConditions& tight_;
    Criteria criteria_;
    RuleDiagrams diagrams_;
    TestedConditions conditions_;
    TurnedOutcomes turned_;
};

std::string_view to_text(ObstacleKind kind) {
    switch (kind) {
        case ObstacleKind::unused: return "unused";
        case ObstacleKind::constant: return "constant";
        case ObstacleKind::impossible: return "impossible";
        case ObstacleKind::masked: return "masked";
        case ObstacleKind::coupled: return "coupled";
    }
    return "";
}

Obstacles::Obstacles(RuleDiagrams& diagrams, const TestedConditions& conditions,
                     TurnedOutcomes& turned)
    : diagrams_(diagrams), conditions_(conditions), turned_(turned) {}

Obstacles::~Obstacles() = default;

bool Obstacles::somewhere(NodeId test) const {
    return (diagrams_.reachable(diagrams_.compiler().consistent(test)) & holds_bit) != 0;
}

bool Obstacles::is_used(std::size_t condition) const {
    const auto& criteria = diagrams_.criteria().criteria;
    return std::any_of(criteria.begin(), criteria.end(), [&](const Criterion& criterion) {
        return conditions_.turns_on(criterion.when, condition);
    });
}

bool Obstacles::is_masked(std::size_t condition) {
    if (!loose_) loose_ = std::make_unique<Loose>(diagrams_.criteria(), conditions_);
    return !loose_->decides(condition);
}

std::optional<Obstacle> Obstacles::of(std::size_t condition, bool holding) {
    const NodeId shows = turned_.shows(condition, holding);
    if (somewhere(shows)) return std::nullopt;
    if (!is_used(condition)) return Obstacle{ObstacleKind::unused, "no criterion names it"};
    const Possible sides = diagrams_.reachable(diagrams_.consistent(conditions_.test(condition)));
    if ((sides & (holding ? holds_bit : fails_bit)) == 0) {
        return Obstacle{ObstacleKind::constant, holding ? "it fails on every consistent record"
                                                        : "it holds on every consistent record"};
    }
    if ((diagrams_.reachable(shows) & holds_bit) != 0) {
        return Obstacle{ObstacleKind::impossible,
                        "every record that would show it is refused as impossible"};
    }
    if (is_masked(condition)) return Obstacle{ObstacleKind::masked, masked_text(condition)};
    return Obstacle{ObstacleKind::coupled, coupled_text(condition)};
}

/// Whether a criterion can never be what an outcome comes from: it is for the `otherwise`, and no
/// other is for a weaker outcome.
bool Obstacles::is_for_otherwise(const Criterion& criterion) const {
    const Criteria& criteria = diagrams_.criteria();
    return criterion.outcome == criteria.determinations[criterion.determination].otherwise &&
           std::none_of(criteria.criteria.begin(), criteria.criteria.end(),
                        [&](const Criterion& other) {
                            return other.determination == criterion.determination &&
                                   other.outcome > criterion.outcome;
                        });
}

/// The criteria that use it are the ones to look at.
std::string Obstacles::masked_text(std::size_t condition) const {
    std::vector<const Criterion*> deciding;
    std::vector<const Criterion*> for_otherwise;
    for (const Criterion& criterion : diagrams_.criteria().criteria) {
        if (!conditions_.turns_on(criterion.when, condition)) continue;
        (is_for_otherwise(criterion) ? for_otherwise : deciding).push_back(&criterion);
    }
    std::vector<std::string> reasons;
    if (!deciding.empty())
        reasons.push_back(
            fmt::format("where {}, other criteria decide the same", users_text(deciding)));
    if (!for_otherwise.empty())
        reasons.push_back(
            fmt::format("{}, for what is the `otherwise` anyway", users_text(for_otherwise)));
    return "turning it changes no outcome: " + text::join(reasons, "; ");
}

std::string Obstacles::coupled_text(std::size_t condition) const {
    const auto facts = facts_in(diagrams_.criteria(), conditions_.test(condition));
    std::vector<std::string> others;
    for (std::size_t i = 0; i < conditions_.count(); ++i) {
        if (i == condition || !conditions_.is_comparison(i)) continue;
        const bool inside = conditions_.turns_on(conditions_.test(condition), i);
        if (!inside && facts.contains(conditions_.test(i).index))
            others.push_back(fmt::format("`{}`", conditions_[i].label()));
    }
    if (others.empty())
        return "the conditions that it is made of never leave the outcome to it alone";
    return fmt::format(
        "it is coupled with {}, on the same {}: wherever it is so, {} the outcome "
        "without it",
        text::join_in_words(others), facts.size() == 1 ? "fact" : "facts",
        others.size() == 1 ? "that settles" : "those settle");
}

}  // namespace scr::criteria
