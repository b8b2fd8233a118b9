// Constant comparisons, and what is said beside them, against enumeration.

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

/// The comparisons that no answers turn, by where they are written.
class ConstantsByEnumeration {
 public:
    explicit ConstantsByEnumeration(const EnumeratedFile& file)
        : file_(file), excluding_(file.criteria.conditions.size()) {
        for (const auto& entry : file.criteria.impossible) mark(entry.when);
        for (std::size_t i = 0; i < excluding_.size(); ++i)
            look(file.criteria.conditions[i].when, excluding_[i]);
        for (const auto& entry : file.criteria.impossible) look(entry.when, true);
        for (const auto& criterion : file.criteria.criteria) look(criterion.when, false);
    }

    std::map<std::size_t, bool> places;  ///< whether it holds
    std::set<std::size_t> facts;

    /// The file with each of them put as a yes_no question of its own.
    Criteria as_questions() const {
        Criteria asked = file_.criteria;
        for (auto& condition : asked.conditions) ask(condition.when, asked);
        for (auto& entry : asked.impossible) ask(entry.when, asked);
        for (auto& criterion : asked.criteria) ask(criterion.when, asked);
        return asked;
    }

 private:
    void mark(const Test& test) {
        if (test.kind == Test::Kind::condition) {
            excluding_[test.index] = true;
            mark(file_.criteria.conditions[test.index].when);
        }
        for (const Test& operand : test.operands) mark(operand);
    }

    void look(const Test& test, bool range_alone) {
        for (const Test& operand : test.operands) look(operand, range_alone);
        if (test.kind != Test::Kind::fact) return;
        std::set<bool> any;
        for (const Values& values : file_.all) any.insert(file_.holds(test, values));
        std::set<bool> possible = any;
        if (!range_alone && !file_.consistent.empty()) possible.clear();
        for (const Values& values : file_.consistent) possible.insert(file_.holds(test, values));
        if (any.size() > 1 && possible.size() > 1) return;
        places[test.span.begin] = *possible.begin();
        facts.insert(test.index);
    }

    void ask(Test& test, Criteria& asked) const {
        for (Test& operand : test.operands) ask(operand, asked);
        if (test.kind != Test::Kind::fact || !places.contains(test.span.begin)) return;
        test.comparison = Comparison::among;
        test.values = {0};
        test.index = asked.facts.size();
        Fact fact;
        fact.choices = {"yes", "no"};
        asked.facts.push_back(fact);
    }

    const EnumeratedFile& file_;
    std::vector<bool> excluding_;
};

void check_comparisons(const ConstantsByEnumeration& constant,
                       const std::vector<FileFinding>& findings) {
    std::map<std::size_t, bool> holds;
    for (const FileFinding& finding : findings) {
        if (finding.kind != FindingKind::constant_comparison) continue;
        const std::string& message = finding.diagnostic.message;
        const bool held = message.find("` holds whatever") != message.npos;
        holds[finding.diagnostic.span.begin] = held;
        for (const RelatedPlace& place : finding.related) {
            if (place.role != RelatedPlace::Role::repetition) continue;
            REQUIRE(constant.places.contains(place.span.begin));
            holds[place.span.begin] = constant.places.at(place.span.begin);
        }
    }
    CHECK(holds == constant.places);
}

/// Facts with those whose answer they share when blank.
std::set<std::size_t> with_partners(const Criteria& criteria, std::set<std::size_t> facts) {
    for (std::size_t i = criteria.facts.size(); i-- > 0;) {
        const auto partner = criteria.facts[i].if_blank_same_as;
        if (!partner) continue;
        if (facts.contains(i)) facts.insert(*partner);
    }
    return facts;
}

bool is_idle(const EnumeratedFile& file, std::size_t condition) {
    const std::size_t count = file.count(file.criteria.conditions[condition].when);
    return !file.condition_matters(condition) || count == 0 || count == file.consistent.size();
}

/// What is found beside constant comparisons would be found too if each were a question of its own,
/// and what would be found then is found; of the facts that they ask for nothing need be said.
void check_beside(const EnumeratedFile& file, const EnumeratedFile& asked,
                  const std::set<std::size_t>& silent, const std::vector<FileFinding>& findings) {
    const auto& rules = file.criteria.criteria;
    CHECK(found(findings, rules, {FindingKind::criterion_never_holds}) ==
          those(rules, [&](std::size_t i) {
              return file.count(rules[i].when) + asked.count(asked.criteria.criteria[i].when) == 0;
          }));
    const auto needless = found(
        findings, rules, {FindingKind::criterion_implies, FindingKind::criterion_never_decides});
    for (const std::size_t i : needless) {
        std::vector<const Test*> kept;
        for (std::size_t other = 0; other < rules.size(); ++other) {
            if (other != i && rules[other].determination == rules[i].determination &&
                rules[other].outcome <= rules[i].outcome)
                kept.push_back(&asked.criteria.criteria[other].when);
        }
        if (rules[i].outcome == file.criteria.determinations[rules[i].determination].otherwise)
            continue;
        CHECK(asked.covered(asked.criteria.criteria[i].when, kept, asked.consistent));
    }
    for (std::size_t d = 0; d < file.criteria.determinations.size(); ++d) {
        const auto& outcomes = file.criteria.determinations[d].outcomes;
        std::set<std::size_t> reached;
        for (const Values& values : asked.consistent) reached.insert(asked.outcome(d, values));
        CHECK(found(findings, outcomes, {FindingKind::unreachable_outcome}) ==
              those(outcomes, [&](std::size_t i) { return !reached.contains(i); }));
    }
    const auto& facts = file.criteria.facts;
    const auto idle = found(findings, facts, {FindingKind::unused_fact, FindingKind::idle_fact});
    const auto matter = with_partners(
        file.criteria, those(facts, [&](std::size_t i) { return asked.fact_matters(i); }));
    const auto waiting = file.waiting();
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (waiting.facts.contains(i)) continue;
        if (idle.contains(i)) CHECK_FALSE(matter.contains(i));
        if (!idle.contains(i) && !silent.contains(i)) CHECK(matter.contains(i));
    }
    const auto& conditions = file.criteria.conditions;
    for (const std::size_t i : found(findings, conditions,
                                     {FindingKind::unused_condition, FindingKind::idle_condition,
                                      FindingKind::constant_condition})) {
        CHECK(is_idle(asked, i));
        CHECK(is_idle(file, i));
    }
}

}  // namespace

TEST_CASE("constant comparisons and what is said beside them agree with enumeration") {
    std::mt19937 random(1990);
    int beside = 0;
    int constants = 0;
    for (int i = 0; i < scr::test::rounds(2'500); ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        const Criteria& criteria = *loaded.result.criteria;
        const auto findings = check_file(criteria, Screener(criteria));
        const EnumeratedFile file(criteria);
        const ConstantsByEnumeration constant(file);
        check_comparisons(constant, findings);
        constants += !constant.places.empty();
        const Criteria questions = constant.as_questions();
        if (constant.places.empty() || questions.facts.size() > 6) continue;
        const EnumeratedFile asked(questions);
        const bool everything = std::ranges::any_of(findings, [](const FileFinding& finding) {
            return finding.kind == FindingKind::everything_impossible;
        });
        REQUIRE(everything == asked.consistent.empty());
        if (file.consistent.empty() || asked.has_causes()) continue;
        check_beside(file, asked, with_partners(criteria, constant.facts), findings);
        ++beside;
    }
    CHECK(constants > scr::test::rounds(500));
    CHECK(beside > scr::test::rounds(100));
}
