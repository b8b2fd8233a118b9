// What follows from a comparison that is always answered the same.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "criteria/findings_comparisons.hpp"
#include "criteria/test_walk.hpp"
#include "scr/failure.hpp"

namespace scr::criteria {
namespace {

using Constants = std::vector<ConstantComparison>;

/// The file with each constant comparison put as a question of its own. They are known by where
/// they are written.
Criteria unsettled(const Criteria& criteria, const Constants& constant) {
    Criteria result = criteria;
    std::map<std::size_t, std::size_t> questions;
    for (const ConstantComparison& one : constant) {
        questions.emplace(one.test->span.begin, result.facts.size());
        Fact fact;
        fact.id = fmt::format("#{}", result.facts.size());  // no id of a file
        fact.choices = {"yes", "no"};
        result.facts.push_back(std::move(fact));
    }
    each_rule_test(result, [&](Test& test) {
        each_comparison(test, [&](Test& comparison) {
            const auto question = questions.find(comparison.span.begin);
            if (question == questions.end()) return;
            comparison.index = question->second;
            comparison.comparison = Comparison::among;
            comparison.values = {0};
        });
    });
    return result;
}

bool is_among(const FileFinding& finding, const FileFindings& others) {
    return std::any_of(others.begin(), others.end(), [&](const FileFinding& other) {
        return other.kind == finding.kind &&
               other.diagnostic.span.begin == finding.diagnostic.span.begin;
    });
}

bool asks_for(const Criteria& criteria, const Constants& constant, Span fact) {
    return std::any_of(constant.begin(), constant.end(), [&](const ConstantComparison& one) {
        return criteria.facts[one.test->index].span.begin == fact.begin;
    });
}

}  // namespace

void leave_out_consequences(const Criteria& criteria, const Constants& constant,
                            FileFindings& findings) {
    if (constant.empty() || findings.empty()) return;
    try {
        const Criteria other = unsettled(criteria, constant);
        RuleDiagrams diagrams(other);
        const FileFindings still = find_in_rules(diagrams, Screener(other));
        std::erase_if(findings, [&](const FileFinding& finding) {
            const bool idle = finding.kind == FindingKind::idle_fact;
            return !is_among(finding, still) ||
                   (idle && asks_for(criteria, constant, finding.diagnostic.span));
        });
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::refused) throw;
    }
}

}  // namespace scr::criteria
