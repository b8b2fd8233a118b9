// The findings against enumeration, on random small files.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "criteria/enumerated_file.hpp"
#include "criteria/random_criteria.hpp"
#include "rounds.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

using namespace scr::criteria;
using oracle::EnumeratedFile;
using oracle::found;
using oracle::Oracle;
using oracle::those;

using Values = Oracle::Values;

namespace {

bool said(const std::vector<FileFinding>& findings, FindingKind kind) {
    return std::any_of(findings.begin(), findings.end(),
                       [kind](const FileFinding& finding) { return finding.kind == kind; });
}

bool same_or_stronger(const Criterion& a, const Criterion& b) {
    return a.determination == b.determination && a.outcome <= b.outcome;
}

/// The `otherwise` of the random files is the weakest outcome: a criterion for it decides nothing.
bool is_for_otherwise(const EnumeratedFile& file, std::size_t criterion) {
    const Criterion& rule = file.criteria.criteria[criterion];
    return rule.outcome == file.criteria.determinations[rule.determination].otherwise;
}

/// What is left of the criteria decides everything, and each of it decides something.
void check_criteria(const EnumeratedFile& file, const std::vector<FileFinding>& findings) {
    const auto& criteria = file.criteria.criteria;
    const auto never = found(findings, criteria, {FindingKind::criterion_never_holds});
    CHECK(never ==
          those(criteria, [&](std::size_t i) { return file.count(criteria[i].when) == 0; }));
    const auto needless = found(
        findings, criteria, {FindingKind::criterion_implies, FindingKind::criterion_never_decides});
    const auto single = found(findings, criteria, {FindingKind::criterion_implies});
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        if (never.contains(i)) continue;
        std::vector<const Test*> kept;
        bool by_one = false;
        for (std::size_t other = 0; other < criteria.size(); ++other) {
            if (other == i || never.contains(other) || needless.contains(other) ||
                !same_or_stronger(criteria[other], criteria[i]))
                continue;
            kept.push_back(&criteria[other].when);
            by_one =
                by_one || file.covered(criteria[i].when, {&criteria[other].when}, file.consistent);
        }
        CHECK((is_for_otherwise(file, i) ||
               file.covered(criteria[i].when, kept, file.consistent)) == needless.contains(i));
        CHECK(by_one == single.contains(i));
    }
    Criteria less = file.criteria;
    for (std::size_t i = criteria.size(); i-- > 0;) {
        if (never.contains(i) || needless.contains(i))
            less.criteria.erase(less.criteria.begin() + static_cast<std::ptrdiff_t>(i));
    }
    const Oracle oracle(less, {});
    for (const Values& values : file.consistent) {
        for (std::size_t d = 0; d < less.determinations.size(); ++d)
            REQUIRE(oracle.outcome(d, values) == file.outcome(d, values));
    }
}

void check_impossible(const EnumeratedFile& file, const std::vector<FileFinding>& findings) {
    const auto& entries = file.criteria.impossible;
    const auto idle = found(findings, entries, {FindingKind::idle_impossible});
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::vector<const Test*> kept;
        for (std::size_t other = 0; other < entries.size(); ++other) {
            if (other != i && !idle.contains(other)) kept.push_back(&entries[other].when);
        }
        CHECK(file.covered(entries[i].when, kept, file.all) == idle.contains(i));
    }
}

void check_outcomes(const EnumeratedFile& file, const std::vector<FileFinding>& findings) {
    for (std::size_t d = 0; d < file.criteria.determinations.size(); ++d) {
        const auto& outcomes = file.criteria.determinations[d].outcomes;
        std::set<std::size_t> reached;
        for (const Values& values : file.consistent) reached.insert(file.outcome(d, values));
        CHECK(found(findings, outcomes, {FindingKind::unreachable_outcome}) ==
              those(outcomes, [&](std::size_t i) { return !reached.contains(i); }));
    }
}

/// What is found of facts and conditions where nothing is left out as a consequence.
std::set<std::size_t> idle_facts(const EnumeratedFile& file) {
    const auto& facts = file.criteria.facts;
    auto matter = those(facts, [&](std::size_t i) { return file.fact_matters(i); });
    for (const std::size_t fact : std::set(matter)) {
        if (facts[fact].if_blank_same_as) matter.insert(*facts[fact].if_blank_same_as);
    }
    const auto waiting = file.waiting();
    return those(facts,
                 [&](std::size_t i) { return !matter.contains(i) && !waiting.facts.contains(i); });
}

std::set<std::size_t> idle_conditions(const EnumeratedFile& file) {
    const auto& conditions = file.criteria.conditions;
    const auto waiting = file.waiting();
    return those(conditions, [&](std::size_t i) {
        const std::size_t count = file.count(conditions[i].when);
        const bool constant = count == 0 || count == file.consistent.size();
        return (!file.condition_matters(i) || constant) && !waiting.conditions.contains(i);
    });
}

constexpr auto about_facts = {FindingKind::unused_fact, FindingKind::idle_fact};
constexpr auto about_conditions = {FindingKind::unused_condition, FindingKind::idle_condition,
                                   FindingKind::constant_condition};

void check_use(const EnumeratedFile& file, const std::vector<FileFinding>& findings) {
    CHECK(found(findings, file.criteria.facts, about_facts) == idle_facts(file));
    CHECK(found(findings, file.criteria.conditions, about_conditions) == idle_conditions(file));
}

bool is_within(const std::set<std::size_t>& some, const std::set<std::size_t>& all) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

/// Where something always comes out the same, what is found is so, and a cause that names no
/// condition, behind which another could be, is found.
void check_causes(const EnumeratedFile& file, const std::vector<FileFinding>& findings) {
    const auto& rules = file.criteria.criteria;
    CHECK(is_within(found(findings, file.criteria.facts, about_facts), idle_facts(file)));
    CHECK(is_within(found(findings, file.criteria.conditions, about_conditions),
                    idle_conditions(file)));
    const auto never = found(findings, rules, {FindingKind::criterion_never_holds});
    for (std::size_t i = 0; i < rules.size(); ++i) {
        EnumeratedFile::Named named;
        file.name(rules[i].when, named);
        if (never.contains(i)) CHECK(file.count(rules[i].when) == 0);
        if (named.conditions.empty() && !never.contains(i)) CHECK(file.count(rules[i].when) > 0);
    }
    const auto constant =
        found(findings, file.criteria.conditions, {FindingKind::constant_condition});
    for (const std::size_t i : file.used().conditions) {
        EnumeratedFile::Named named;
        file.name(file.criteria.conditions[i].when, named);
        const std::size_t count = file.count(file.criteria.conditions[i].when);
        if (named.conditions.empty() && (count == 0 || count == file.consistent.size()))
            CHECK(constant.contains(i));
    }
}

}  // namespace

TEST_CASE("the findings are those of enumeration on random criteria files") {
    constexpr int files = scr::test::rounds(6'000);
    std::mt19937 random(1989);
    std::map<std::string_view, int> kinds;
    for (int i = 0; i < files; ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        REQUIRE(loaded.result.criteria);
        const Criteria& criteria = *loaded.result.criteria;
        const Screener screener(criteria);
        const auto findings = check_file(criteria, screener);
        // What is said beside constant comparisons has laws of its own.
        if (said(findings, FindingKind::constant_comparison)) continue;
        for (const FileFinding& finding : findings) ++kinds[to_text(finding.kind)];
        const EnumeratedFile file(criteria);
        const bool everything = said(findings, FindingKind::everything_impossible);
        REQUIRE(everything == file.consistent.empty());
        CHECK(found(findings, criteria.criteria, {FindingKind::uncited_criterion}).size() ==
              criteria.criteria.size());
        if (everything) continue;
        if (file.has_causes()) {
            check_causes(file, findings);
            continue;
        }
        check_criteria(file, findings);
        check_impossible(file, findings);
        check_outcomes(file, findings);
        check_use(file, findings);
    }
    // The generator must keep making every kind, or agreement means little.
    for (const auto kind :
         {"everything_impossible", "idle_impossible", "unreachable_outcome",
          "criterion_never_holds", "criterion_implies", "criterion_never_decides", "unused_fact",
          "idle_fact", "unused_condition", "idle_condition", "constant_condition"}) {
        CAPTURE(std::string(kind));
        CHECK(kinds[kind] > scr::test::rounds(5));
    }
}
