// The findings against enumeration, on random small files.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "criteria/oracle.hpp"
#include "criteria/random_criteria.hpp"
#include "rounds.hpp"
#include "scr/criteria/findings.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

using namespace scr::criteria;
using oracle::Oracle;
using Values = Oracle::Values;

namespace {

/// Everything about one file, said by enumeration.
class EnumeratedFile {
 public:
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

bool same_or_stronger(const Criterion& a, const Criterion& b) {
    return a.determination == b.determination && a.outcome <= b.outcome;
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
        CHECK(file.covered(criteria[i].when, kept, file.consistent) == needless.contains(i));
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

void check_use(const EnumeratedFile& file, const std::vector<FileFinding>& findings) {
    const auto& facts = file.criteria.facts;
    auto matter = those(facts, [&](std::size_t i) { return file.fact_matters(i); });
    for (const std::size_t fact : std::set(matter)) {
        if (facts[fact].if_blank_same_as) matter.insert(*facts[fact].if_blank_same_as);
    }
    CHECK(found(findings, facts, {FindingKind::unused_fact, FindingKind::idle_fact}) ==
          those(facts, [&](std::size_t i) { return !matter.contains(i); }));
    const auto& conditions = file.criteria.conditions;
    const auto constant = [&](std::size_t i) {
        const std::size_t count = file.count(conditions[i].when);
        return count == 0 || count == file.consistent.size();
    };
    CHECK(found(findings, conditions,
                {FindingKind::unused_condition, FindingKind::idle_condition,
                 FindingKind::constant_condition}) == those(conditions, [&](std::size_t i) {
              return !file.condition_matters(i) || constant(i);
          }));
}

/// Whether some record with so many answers at most has the criterion holding.
bool shown_with(const Screener& screener, std::size_t criterion, Answers& answers, std::size_t from,
                std::size_t most) {
    const Screening screening = screener.screen(answers);
    const auto& holding = screening.criteria;
    if (std::find(holding.begin(), holding.end(), criterion) != holding.end()) return true;
    if (most == 0) return false;
    for (std::size_t fact = from; fact < answers.size(); ++fact) {
        const Fact& known = screener.criteria().facts[fact];
        const std::size_t count = known.type == FactType::integer ? 5 : known.choices.size();
        for (std::size_t value = 0; value < count; ++value) {
            answers[fact] = Answer::given(static_cast<std::int64_t>(value));
            if (shown_with(screener, criterion, answers, fact + 1, most - 1)) return true;
        }
        answers[fact] = Answer::blank();
    }
    return false;
}

std::size_t given(const Answers& answers) {
    return static_cast<std::size_t>(
        std::count_if(answers.begin(), answers.end(),
                      [](const Answer& answer) { return answer.state == Answer::State::given; }));
}

}  // namespace

TEST_CASE("the findings are those of enumeration on random criteria files") {
    constexpr int files = scr::test::rounds(4'000);
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
        for (const FileFinding& finding : findings) ++kinds[to_text(finding.kind)];
        const EnumeratedFile file(criteria);
        const bool everything = findings.front().kind == FindingKind::everything_impossible ||
                                std::any_of(findings.begin(), findings.end(), [](const auto& f) {
                                    return f.kind == FindingKind::everything_impossible;
                                });
        REQUIRE(everything == file.consistent.empty());
        CHECK(found(findings, criteria.criteria, {FindingKind::uncited_criterion}).size() ==
              criteria.criteria.size());
        if (everything) continue;
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
        INFO(kind);
        CHECK(kinds[kind] > scr::test::rounds(10));
    }
}

TEST_CASE("no record with fewer answers shows what the shown one shows") {
    constexpr int files = scr::test::rounds(1'500);
    std::mt19937 random(1986);
    int shown = 0;
    int answered = 0;
    for (int i = 0; i < files; ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        const Criteria& criteria = *loaded.result.criteria;
        const Screener screener(criteria);
        for (const FileFinding& finding : check_file(criteria, screener)) {
            const auto criterion =
                found({finding}, criteria.criteria,
                      {FindingKind::criterion_implies, FindingKind::criterion_never_decides});
            if (criterion.empty()) continue;
            REQUIRE(finding.record);
            const std::size_t count = given(finding.record->answers);
            Answers blank(criteria.facts.size());
            if (count > 0)
                CHECK_FALSE(shown_with(screener, *criterion.begin(), blank, 0, count - 1));
            ++shown;
            answered += count > 1;
        }
    }
    CHECK(shown > scr::test::rounds(300));
    CHECK(answered > scr::test::rounds(50));
}
