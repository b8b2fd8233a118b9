// Facts and conditions that nothing names.

#include <fmt/format.h>

#include "criteria/findings_shown.hpp"

namespace scr::criteria {
namespace {

/// Of a condition that nothing names: the smallest record on which it holds or, where it never
/// does, the smallest of all.
std::optional<ShownRecord> where_it_is_unused(RuleDiagrams& diagrams, const Screener& screener,
                                              const Test& when) {
    if (auto record = where_it_holds(diagrams, screener, when)) return record;
    const bool refused = diagrams.everything_impossible();
    return shown(diagrams.criteria(), screener, smallest_of_all(diagrams),
                 [&](const Screening& screening) {
                     return refused ? screening.contradictory()
                                    : truth_of(screener, when, screening) == Truth::fails;
                 });
}

/// What the conditions name that nothing uses: it is used as soon as they are.
Usage named_by_unused(const Criteria& criteria, const Usage& usage) {
    Usage named{std::vector<bool>(criteria.facts.size()),
                std::vector<bool>(criteria.conditions.size())};
    for (std::size_t i = 0; i < criteria.conditions.size(); ++i) {
        if (!usage.conditions[i]) mark(criteria, criteria.conditions[i].when, named);
    }
    mark_partners(criteria, named.facts);
    return named;
}

}  // namespace

void mark(const Criteria& criteria, const Test& test, Usage& usage) {
    if (test.kind == Test::Kind::fact) usage.facts[test.index] = true;
    if (test.kind == Test::Kind::condition && !usage.conditions[test.index]) {
        usage.conditions[test.index] = true;
        mark(criteria, criteria.conditions[test.index].when, usage);
    }
    for (const Test& operand : test.operands) mark(criteria, operand, usage);
}

void mark_partners(const Criteria& criteria, std::vector<bool>& facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto partner = criteria.facts[i].if_blank_same_as;
        if (facts[i] && partner) facts[*partner] = true;
    }
}

Usage rule_usage(const Criteria& criteria) {
    Usage usage{std::vector<bool>(criteria.facts.size()),
                std::vector<bool>(criteria.conditions.size())};
    for (const auto& entry : criteria.impossible) mark(criteria, entry.when, usage);
    for (const auto& entry : criteria.criteria) mark(criteria, entry.when, usage);
    for (const auto& entry : criteria.deadlines) {
        if (entry.when) mark(criteria, *entry.when, usage);
    }
    mark_partners(criteria, usage.facts);
    return usage;
}

Usage usage_of(const Criteria& criteria) {
    Usage usage = rule_usage(criteria);
    Usage claims = usage;
    for (const auto& claim : criteria.claims) mark(criteria, claim.test, claims);
    usage.conditions = std::move(claims.conditions);
    return usage;
}

std::vector<bool> conditions_in_impossible(const Criteria& criteria) {
    Usage usage{std::vector<bool>(criteria.facts.size()),
                std::vector<bool>(criteria.conditions.size())};
    for (const auto& entry : criteria.impossible) mark(criteria, entry.when, usage);
    return usage.conditions;
}

void find_unused(RuleDiagrams& diagrams, const Screener& screener, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    const Usage usage = usage_of(criteria);
    const Usage waiting = named_by_unused(criteria, usage);
    const std::string help = "name it where it should count, or take it out";
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        if (usage.facts[i] || waiting.facts[i]) continue;
        findings.push_back(
            {FindingKind::unused_fact,
             {criteria.facts[i].span, fmt::format("nothing uses fact `{}`", criteria.facts[i].id),
              "it is asked about, and no criterion, deadline or impossible entry names it", help},
             where_it_is_answered(diagrams, screener, i)});
    }
    for (std::size_t i = 0; i < criteria.conditions.size(); ++i) {
        if (usage.conditions[i] || waiting.conditions[i]) continue;
        const Condition& condition = criteria.conditions[i];
        findings.push_back(
            {FindingKind::unused_condition,
             {condition.span, fmt::format("nothing uses condition `{}`", condition.id),
              "no criterion, deadline, impossible entry or claim names it", help},
             where_it_is_unused(diagrams, screener, condition.when)});
    }
}

}  // namespace scr::criteria
