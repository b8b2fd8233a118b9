// What follows from a part of the rules that always comes out the same.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "criteria/findings_comparisons.hpp"
#include "criteria/test_walk.hpp"
#include "scr/failure.hpp"

namespace scr::criteria {
namespace {

using Constants = std::vector<ConstantComparison>;

/// A test of a question that is new to the file.
Test new_question(Criteria& file) {
    Fact fact;
    fact.id = fmt::format("#{}", file.facts.size());  // no id of a file
    fact.choices = {"yes", "no"};
    Test test;
    test.kind = Test::Kind::fact;
    test.index = file.facts.size();
    test.comparison = Comparison::among;
    test.values = {0};
    file.facts.push_back(std::move(fact));
    return test;
}

/// Puts each constant comparison as a question of its own. They are known by where they are
/// written.
void ask_comparisons(const Constants& constant, Criteria& file) {
    std::map<std::size_t, Test> questions;
    for (const ConstantComparison& one : constant)
        questions.emplace(one.test->span.begin, new_question(file));
    each_rule_test(file, [&](Test& test) {
        each_comparison(test, [&](Test& comparison) {
            const auto question = questions.find(comparison.span.begin);
            if (question != questions.end()) comparison = question->second;
        });
    });
}

bool is_among(const FileFinding& finding, const FileFindings& others) {
    return std::any_of(others.begin(), others.end(), [&](const FileFinding& other) {
        return other.kind == finding.kind &&
               other.diagnostic.span.begin == finding.diagnostic.span.begin;
    });
}

/// Takes out what would not be found if causes came out either way: they are put as questions, one
/// kind after the other, as one may follow from the other.
class Consequences {
 public:
    Consequences(RuleDiagrams& diagrams, FileFindings& findings)
        : diagrams_(diagrams),
          criteria_(diagrams.criteria()),
          asked_(criteria_),
          findings_(findings) {}

    void leave_out(const Constants& constant) {
        if (!constant.empty()) {
            ask_comparisons(constant, asked_);
            look_again();
            std::erase_if(findings_, [&](const FileFinding& finding) {
                return finding.kind == FindingKind::idle_fact &&
                       asks_for(constant, finding.diagnostic.span);
            });
        }
        while (ask_conditions()) look_again();
        if (ask_rules()) look_again();
        if (ask_deadlines()) look_again();
    }

 private:
    using Known = std::pair<FindingKind, std::size_t>;

    bool asks_for(const Constants& constant, Span fact) const {
        return std::any_of(constant.begin(), constant.end(), [&](const ConstantComparison& one) {
            return criteria_.facts[one.test->index].span.begin == fact.begin;
        });
    }

    void look_again() {
        RuleDiagrams diagrams(asked_);
        const FileFindings still = find_in_rules(diagrams, Screener(asked_));
        std::erase_if(findings_, [&](const FileFinding& finding) {
            return !causes_.contains({finding.kind, finding.diagnostic.span.begin}) &&
                   !is_among(finding, still);
        });
    }

    bool is_found(FindingKind kind, Span span) const {
        return std::any_of(findings_.begin(), findings_.end(), [&](const FileFinding& finding) {
            return finding.kind == kind && finding.diagnostic.span.begin == span.begin;
        });
    }

    /// Whether something is found that was not yet put as a question.
    bool is_open(FindingKind kind, Span span) const {
        return is_found(kind, span) && !causes_.contains({kind, span.begin});
    }

    void ask(FindingKind kind, Span span, Test& test) {
        causes_.insert({kind, span.begin});
        test = new_question(asked_);
    }

    /// Those that name no other that is still to be asked.
    bool ask_conditions() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < criteria_.conditions.size(); ++i) {
            if (is_open(FindingKind::constant_condition, criteria_.conditions[i].span))
                open.push_back(i);
        }
        std::vector<std::size_t> first;
        for (const std::size_t i : open) {
            Usage named{std::vector<bool>(criteria_.facts.size()),
                        std::vector<bool>(criteria_.conditions.size())};
            mark(criteria_, criteria_.conditions[i].when, named);
            if (std::none_of(open.begin(), open.end(),
                             [&](std::size_t other) { return named.conditions[other]; }))
                first.push_back(i);
        }
        for (const std::size_t i : first)
            ask(FindingKind::constant_condition, criteria_.conditions[i].span,
                asked_.conditions[i].when);
        return !first.empty();
    }

    bool ask_rules() {
        const std::size_t before = causes_.size();
        for (std::size_t i = 0; i < criteria_.impossible.size(); ++i) {
            const Span span = criteria_.impossible[i].span;
            if (is_found(FindingKind::idle_impossible, span) &&
                diagrams_.reachable(diagrams_.impossible(i)) == fails_bit)
                ask(FindingKind::idle_impossible, span, asked_.impossible[i].when);
        }
        for (std::size_t i = 0; i < criteria_.criteria.size(); ++i) {
            const Span span = criteria_.criteria[i].span;
            if (is_found(FindingKind::criterion_never_holds, span))
                ask(FindingKind::criterion_never_holds, span, asked_.criteria[i].when);
        }
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) ask_always(i);
        return causes_.size() > before;
    }

    /// A criterion that holds on every record is told of where the `otherwise` is.
    void ask_always(std::size_t determination) {
        const Determination& asked = criteria_.determinations[determination];
        const Span span = asked.outcomes[asked.otherwise].span;
        if (!is_found(FindingKind::unreachable_outcome, span)) return;
        const auto always = criteria_on_every_record(diagrams_, determination);
        if (always.size() == 1)
            ask(FindingKind::unreachable_outcome, span, asked_.criteria[always.front()].when);
    }

    bool ask_deadlines() {
        const std::size_t before = causes_.size();
        for (std::size_t i = 0; i < criteria_.deadlines.size(); ++i) {
            const Span span = criteria_.deadlines[i].span;
            if (is_found(FindingKind::constant_deadline, span))
                ask(FindingKind::constant_deadline, span, *asked_.deadlines[i].when);
        }
        return causes_.size() > before;
    }

    RuleDiagrams& diagrams_;
    const Criteria& criteria_;
    Criteria asked_;
    FileFindings& findings_;
    std::set<Known> causes_;  ///< what was put as a question: it stays
};

}  // namespace

void leave_out_consequences(RuleDiagrams& diagrams, const Constants& constant,
                            FileFindings& findings) {
    if (findings.empty() || (constant.empty() && diagrams.everything_impossible())) return;
    try {
        Consequences(diagrams, findings).leave_out(constant);
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::refused) throw;
    }
}

}  // namespace scr::criteria
