#pragma once

#include <algorithm>
#include <initializer_list>
#include <set>
#include <vector>

#include "criteria/oracle.hpp"
#include "scr/criteria/findings.hpp"

namespace scr::criteria::oracle {

/// Everything about one file, said by enumeration.
class EnumeratedFile {
 public:
    using Values = Oracle::Values;

    explicit EnumeratedFile(const Criteria& c) : criteria(c), oracle_(c, {0, 1, 2, 3, 4}) {
        Values values;
        extend(values);
    }

    bool holds(const Test& test, const Values& values) const { return oracle_.holds(test, values); }
    std::size_t outcome(std::size_t determination, const Values& values) const {
        return oracle_.outcome(determination, values);
    }

    const Criteria& criteria;
    std::vector<Values> all;
    std::vector<Values> consistent;

    std::vector<std::int64_t> answers_to(std::size_t fact) const {
        return oracle_.answers_to(fact);
    }

    bool fact_matters(std::size_t fact) const {
        for (const Values& values : all) {
            for (const std::int64_t answer : oracle_.answers_to(fact)) {
                Values other = values;
                other[fact] = answer;
                for (const auto& entry : criteria.impossible)
                    if (holds(entry.when, values) != holds(entry.when, other)) return true;
                if (!oracle_.consistent(values) || !oracle_.consistent(other)) continue;
                for (const auto& rule : criteria.criteria)
                    if (holds(rule.when, values) != holds(rule.when, other)) return true;
            }
        }
        return false;
    }

    bool condition_matters(std::size_t condition) const {
        Criteria held = criteria;
        held.conditions[condition].when = constant(true);
        Criteria failed = criteria;
        failed.conditions[condition].when = constant(false);
        const Oracle with(held, {});
        const Oracle without(failed, {});
        for (const Values& values : all) {
            for (const auto& entry : criteria.impossible)
                if (with.holds(entry.when, values) != without.holds(entry.when, values))
                    return true;
            if (!oracle_.consistent(values)) continue;
            for (const auto& rule : criteria.criteria)
                if (with.holds(rule.when, values) != without.holds(rule.when, values)) return true;
        }
        return false;
    }

    /// How often a test holds on consistent answers.
    std::size_t count(const Test& test) const {
        return static_cast<std::size_t>(
            std::count_if(consistent.begin(), consistent.end(),
                          [&](const Values& values) { return holds(test, values); }));
    }

    /// Whether wherever one test holds, one of others does.
    bool covered(const Test& test, const std::vector<const Test*>& others,
                 const std::vector<Values>& among) const {
        return std::all_of(among.begin(), among.end(), [&](const Values& values) {
            return !holds(test, values) ||
                   std::any_of(others.begin(), others.end(),
                               [&](const Test* other) { return holds(*other, values); });
        });
    }

    /// What a test names, through conditions too.
    struct Named {
        std::set<std::size_t> facts;
        std::set<std::size_t> conditions;
    };
    void name(const Test& test, Named& named) const {
        for (const Test& operand : test.operands) name(operand, named);
        if (test.kind == Test::Kind::fact) {
            named.facts.insert(test.index);
            const auto partner = criteria.facts[test.index].if_blank_same_as;
            if (partner) named.facts.insert(*partner);
        }
        if (test.kind != Test::Kind::condition) return;
        named.conditions.insert(test.index);
        name(criteria.conditions[test.index].when, named);
    }
    Named used() const {
        Named named;
        for (const auto& entry : criteria.impossible) name(entry.when, named);
        for (const auto& entry : criteria.criteria) name(entry.when, named);
        Named claimed;
        for (const auto& entry : criteria.claims) name(entry.test, claimed);
        named.conditions.insert(claimed.conditions.begin(), claimed.conditions.end());
        return named;
    }
    /// What only conditions name that nothing uses.
    Named waiting() const {
        const Named named = used();
        Named waits;
        for (std::size_t i = 0; i < criteria.conditions.size(); ++i) {
            if (!named.conditions.contains(i)) name(criteria.conditions[i].when, waits);
        }
        for (const std::size_t fact : named.facts) waits.facts.erase(fact);
        for (const std::size_t condition : named.conditions) waits.conditions.erase(condition);
        return waits;
    }
    /// Whether some part of the rules always comes out the same: what follows from it is not found.
    bool has_causes() const {
        const auto always = [&](const Test& test) { return count(test) == consistent.size(); };
        for (const std::size_t i : used().conditions) {
            const Test& when = criteria.conditions[i].when;
            if (count(when) == 0 || always(when)) return true;
        }
        for (const auto& rule : criteria.criteria) {
            if (count(rule.when) == 0 || always(rule.when)) return true;
        }
        return std::any_of(criteria.impossible.begin(), criteria.impossible.end(),
                           [&](const Impossible& entry) { return covered(entry.when, {}, all); });
    }

 private:
    static Test constant(bool truth) {
        Test test;
        test.truth = truth;
        return test;
    }

    void extend(Values& values) {
        if (values.size() == criteria.facts.size()) {
            all.push_back(values);
            if (oracle_.consistent(values)) consistent.push_back(values);
            return;
        }
        for (const std::int64_t answer : oracle_.answers_to(values.size())) {
            values.push_back(answer);
            extend(values);
            values.pop_back();
        }
    }

    Oracle oracle_;
};

/// The positions in a list whose span a finding of one of the kinds points at.
template <class Items>
std::set<std::size_t> found(const std::vector<FileFinding>& findings, const Items& items,
                            std::initializer_list<FindingKind> kinds) {
    std::set<std::size_t> positions;
    for (const FileFinding& finding : findings) {
        if (std::find(kinds.begin(), kinds.end(), finding.kind) == kinds.end()) continue;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].span.begin == finding.diagnostic.span.begin) positions.insert(i);
        }
    }
    return positions;
}

/// The positions of a list of which `holds` says so.
template <class Items, class Holds>
std::set<std::size_t> those(const Items& items, const Holds& holds) {
    std::set<std::size_t> positions;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (holds(i)) positions.insert(i);
    }
    return positions;
}

}  // namespace scr::criteria::oracle
