// Facts and conditions that are named, and on which nothing turns.

#include <fmt/format.h>

#include "criteria/findings_shown.hpp"

namespace scr::criteria {
namespace {

/// The facts on whose answer some diagram turns: it has a node that asks for them.
std::vector<bool> facts_that_matter(RuleDiagrams& diagrams) {
    const Criteria& criteria = diagrams.criteria();
    const Forest& forest = diagrams.forest();
    std::vector<NodeId> roots;
    for (std::size_t i = 0; i < criteria.impossible.size(); ++i)
        roots.push_back(diagrams.impossible(i));
    for (const auto& criterion : criteria.criteria)
        roots.push_back(diagrams.consistent(criterion.when));
    for (const auto& deadline : criteria.deadlines) {
        if (deadline.when) roots.push_back(diagrams.consistent(*deadline.when));
    }
    std::vector<bool> matter(criteria.facts.size());
    for (const NodeId root : roots) {
        forest.each_below(root, [&](NodeId id) {
            if (Forest::is_terminal(id)) return;
            matter[diagrams.levels().fact(forest.level(id))] = true;
        });
    }
    mark_partners(criteria, matter);
    return matter;
}

/// The tests of a file as they would be if one condition held on every record, or on none.
class Supposed {
 public:
    Supposed(RuleDiagrams& diagrams, std::size_t condition, bool holds)
        : diagrams_(diagrams),
          forest_(diagrams.forest()),
          known_(diagrams.criteria().conditions.size()) {
        known_[condition] = forest_.terminal(holds ? holds_bit : fails_bit);
    }

    NodeId test(const Test& test) {
        switch (test.kind) {
            case Test::Kind::condition: return condition(test.index);
            case Test::Kind::negation: return negate(this->test(test.operands.front()));
            case Test::Kind::conjunction:
            case Test::Kind::disjunction:
            case Test::Kind::implication: return connect(test);
            default: return diagrams_.compiler().test(test);
        }
    }

 private:
    NodeId condition(std::size_t index) {
        if (!known_[index]) known_[index] = test(diagrams_.criteria().conditions[index].when);
        return *known_[index];
    }

    NodeId negate(NodeId diagram) {
        return forest_.apply(diagram, forest_.terminal(0), [](Possible a, Possible) {
            return a == holds_bit ? fails_bit : holds_bit;
        });
    }

    NodeId connect(const Test& test) {
        NodeId result = this->test(test.operands.front());
        for (std::size_t i = 1; i < test.operands.size(); ++i) {
            const NodeId next = this->test(test.operands[i]);
            result = forest_.apply(result, next, [kind = test.kind](Possible a, Possible b) {
                const bool left = a == holds_bit;
                const bool right = b == holds_bit;
                if (kind == Test::Kind::conjunction) return left && right ? holds_bit : fails_bit;
                const bool first = kind == Test::Kind::implication ? !left : left;
                return first || right ? holds_bit : fails_bit;
            });
        }
        return result;
    }

    RuleDiagrams& diagrams_;
    Forest& forest_;
    std::vector<std::optional<NodeId>> known_;
};

/// Whether some consistent answers are judged differently with the condition holding and without
/// it. What an entry of `impossible` excludes, it decides for itself.
bool matters(RuleDiagrams& diagrams, std::size_t condition) {
    const Criteria& criteria = diagrams.criteria();
    Supposed held(diagrams, condition, true);
    Supposed failed(diagrams, condition, false);
    const auto turns = [&](const Test& test) {
        Compiler& compiler = diagrams.compiler();
        return compiler.consistent(held.test(test)) != compiler.consistent(failed.test(test));
    };
    for (const auto& entry : criteria.impossible) {
        if (held.test(entry.when) != failed.test(entry.when)) return true;
    }
    for (const auto& criterion : criteria.criteria) {
        if (turns(criterion.when)) return true;
    }
    for (const auto& deadline : criteria.deadlines) {
        if (deadline.when && turns(*deadline.when)) return true;
    }
    return false;
}

void add(FindingKind kind, Span span, std::string message, std::string note, std::string help,
         std::optional<ShownRecord> record, FileFindings& findings) {
    findings.push_back(
        {kind, {span, std::move(message), std::move(note), std::move(help)}, std::move(record)});
}

/// What never fails on consistent answers, or never holds: with a near record.
struct Constancy {
    bool holds = false;
    std::string note;
    std::optional<ShownRecord> record;
};

/// Of what always holds: the smallest record on which it fails and which is refused; else the
/// smallest of all, on which it holds.
std::optional<Constancy> constancy_of(RuleDiagrams& diagrams, const Screener& screener,
                                      const Test& when) {
    const Possible sets = diagrams.reachable(diagrams.consistent(when));
    if (sets == holds_bit)
        return Constancy{true, "all answers that can stand together meet its `when`",
                         nearest_to_holding(diagrams, screener, negated(when)).record};
    if (sets != fails_bit) return std::nullopt;
    const Nearest nearest = nearest_to_holding(diagrams, screener, when);
    return Constancy{false, nearest.added_to("no answers that can stand together meet its `when`"),
                     nearest.record};
}

/// Of a condition that something names.
void find_idle_condition(RuleDiagrams& diagrams, const Screener& screener, std::size_t index,
                         bool named_by_rules, FileFindings& findings) {
    const Condition& condition = diagrams.criteria().conditions[index];
    if (auto constant = constancy_of(diagrams, screener, condition.when)) {
        add(FindingKind::constant_condition, condition.span,
            fmt::format("condition `{}` {}", condition.id,
                        constant->holds ? "always holds" : "can never hold"),
            std::move(constant->note), "correct its `when`, or take it out",
            std::move(constant->record), findings);
    } else if (named_by_rules && !matters(diagrams, index)) {
        add(FindingKind::idle_condition, condition.span,
            fmt::format("condition `{}` changes nothing", condition.id),
            "wherever it is named, the result is the same whether it holds or not",
            "correct the expressions that name it, or take it out",
            where_it_holds(diagrams, screener, condition.when), findings);
    }
}

}  // namespace

void find_idle(RuleDiagrams& diagrams, const Screener& screener, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    const Usage usage = usage_of(criteria);
    const Usage rules = rule_usage(criteria);
    const std::vector<bool> matter = facts_that_matter(diagrams);
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        if (usage.facts[i] && !matter[i])
            add(FindingKind::idle_fact, criteria.facts[i].span,
                fmt::format("fact `{}` changes nothing", criteria.facts[i].id),
                "wherever it is named, the result is the same whatever its answer is",
                "correct the expressions that name it, or take it out",
                where_it_is_answered(diagrams, screener, i), findings);
    }
    for (std::size_t i = 0; i < criteria.conditions.size(); ++i) {
        if (usage.conditions[i])
            find_idle_condition(diagrams, screener, i, rules.conditions[i], findings);
    }
}

void find_deadlines(RuleDiagrams& diagrams, const Screener& screener, FileFindings& findings) {
    for (const DeadlineRule& deadline : diagrams.criteria().deadlines) {
        if (!deadline.when) continue;
        auto constant = constancy_of(diagrams, screener, *deadline.when);
        if (!constant) continue;
        add(FindingKind::constant_deadline, deadline.span,
            fmt::format(
                "deadline `{}` {}", deadline.id,
                constant->holds ? "always runs: its `when` turns nothing" : "can never run"),
            std::move(constant->note),
            constant->holds ? "correct its `when`, or take the `when` out"
                            : "correct its `when`, or take the deadline out",
            std::move(constant->record), findings);
    }
}

}  // namespace scr::criteria
