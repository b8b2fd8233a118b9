// The findings against enumeration, on random small files.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
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
    std::map<std::size_t, bool> said;
    for (const FileFinding& finding : findings) {
        if (finding.kind != FindingKind::constant_comparison) continue;
        const std::string& message = finding.diagnostic.message;
        said[finding.diagnostic.span.begin] = message.find("` holds whatever") != message.npos;
    }
    CHECK(said == constant.places);
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
            if (other != i && same_or_stronger(rules[other], rules[i]))
                kept.push_back(&asked.criteria.criteria[other].when);
        }
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
    for (std::size_t i = 0; i < facts.size(); ++i) {
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

using ShowsIt = std::function<bool(const Answers&, const Screening&)>;

/// Whether some record with so many answers at most shows it.
bool shown_with(const Screener& screener, const ShowsIt& shows, Answers& answers, std::size_t from,
                std::size_t most) {
    if (shows(answers, screener.screen(answers))) return true;
    if (most == 0) return false;
    for (std::size_t fact = from; fact < answers.size(); ++fact) {
        const Fact& known = screener.criteria().facts[fact];
        const std::size_t count = known.type == FactType::integer ? 5 : known.choices.size();
        for (std::size_t value = 0; value < count; ++value) {
            answers[fact] = Answer::given(static_cast<std::int64_t>(value));
            if (shown_with(screener, shows, answers, fact + 1, most - 1)) return true;
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
    int beside = 0;
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
        CHECK(found(findings, criteria.criteria, {FindingKind::uncited_criterion}).size() ==
              criteria.criteria.size());
        const ConstantsByEnumeration constant(file);
        check_comparisons(constant, findings);
        if (!constant.places.empty()) {
            const Criteria questions = constant.as_questions();
            if (questions.facts.size() > 6) continue;  // too many combinations to go through
            const EnumeratedFile asked(questions);
            REQUIRE(everything == asked.consistent.empty());
            if (file.consistent.empty()) continue;
            check_beside(file, asked, with_partners(criteria, constant.facts), findings);
            ++beside;
            continue;
        }
        REQUIRE(everything == file.consistent.empty());
        if (everything) continue;
        check_criteria(file, findings);
        check_impossible(file, findings);
        check_outcomes(file, findings);
        check_use(file, findings);
    }
    CHECK(beside > scr::test::rounds(300));
    // The generator must keep making every kind, or agreement means little.
    for (const auto kind : {"everything_impossible", "idle_impossible", "unreachable_outcome",
                            "criterion_never_holds", "criterion_implies", "criterion_never_decides",
                            "unused_fact", "idle_fact", "unused_condition", "idle_condition",
                            "constant_condition", "constant_comparison"}) {
        CAPTURE(std::string(kind));
        CHECK(kinds[kind] > scr::test::rounds(5));
    }
}

namespace {

/// What the record of a finding is to show, where it is one that as few answers as any show.
ShowsIt shows_of(const FileFinding& finding, const Screener& screener) {
    const Criteria& criteria = screener.criteria();
    const auto criterion =
        found({finding}, criteria.criteria,
              {FindingKind::criterion_implies, FindingKind::criterion_never_decides});
    if (!criterion.empty())
        return [at = *criterion.begin()](const Answers&, const Screening& screening) {
            return std::ranges::count(screening.criteria, at) > 0;
        };
    const auto condition = found({finding}, criteria.conditions, {FindingKind::idle_condition});
    if (!condition.empty())
        return [at = *condition.begin(), &screener](const Answers&, const Screening& screening) {
            return !screening.contradictory() && screener.conditions(screening)[at] == Truth::holds;
        };
    const auto fact =
        found({finding}, criteria.facts, {FindingKind::unused_fact, FindingKind::idle_fact});
    if (!fact.empty())
        return [at = *fact.begin()](const Answers& answers, const Screening& screening) {
            return answers[at].state == Answer::State::given && !screening.contradictory();
        };
    return {};
}

/// Any other answer to the fact comes to the same.
void check_all_answers(const EnumeratedFile& file, const FileFinding& finding) {
    const Oracle oracle(file.criteria, {0, 1, 2, 3, 4});
    for (const std::size_t fact : found({finding}, file.criteria.facts,
                                        {FindingKind::unused_fact, FindingKind::idle_fact})) {
        const auto here = oracle.screen(finding.record->answers, Blanks::take_default);
        for (const std::int64_t answer : file.answers_to(fact)) {
            Answers other = finding.record->answers;
            other[fact] = Answer::given(answer);
            const auto there = oracle.screen(other, Blanks::take_default);
            CHECK(there.possible == here.possible);
            CHECK(there.criteria == here.criteria);
        }
    }
}

/// What no record shows, another may come near to; citations no record bears on.
bool may_lack_a_record(FindingKind kind) {
    return kind == FindingKind::uncited_criterion || kind == FindingKind::uncited_provision;
}

}  // namespace

TEST_CASE("no record with fewer answers shows what the shown one shows") {
    constexpr int files = scr::test::rounds(1'500);
    std::mt19937 random(1986);
    std::map<std::string_view, int> shown;
    int answered = 0;
    for (int i = 0; i < files; ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        const Criteria& criteria = *loaded.result.criteria;
        const Screener screener(criteria);
        const EnumeratedFile file(criteria);
        for (const FileFinding& finding : check_file(criteria, screener)) {
            INFO(finding.diagnostic.message);
            REQUIRE(finding.record.has_value() != may_lack_a_record(finding.kind));
            if (!finding.record || file.consistent.empty()) continue;
            check_all_answers(file, finding);
            const ShowsIt shows = shows_of(finding, screener);
            if (!shows) continue;
            const std::size_t count = given(finding.record->answers);
            CHECK(shows(finding.record->answers, screener.screen(finding.record->answers)));
            Answers blank(criteria.facts.size());
            if (count > 0) CHECK_FALSE(shown_with(screener, shows, blank, 0, count - 1));
            ++shown[to_text(finding.kind)];
            answered += count > 1;
        }
    }
    for (const auto kind : {"criterion_implies", "criterion_never_decides", "idle_condition",
                            "unused_fact", "idle_fact"}) {
        CAPTURE(std::string(kind));
        CHECK(shown[kind] > scr::test::rounds(10));
    }
    CHECK(answered > scr::test::rounds(50));
}

TEST_CASE("the record of a comparison answers its fact and has it come out as it always does") {
    std::mt19937 random(1847);
    int seen = 0;
    for (int i = 0; i < scr::test::rounds(600); ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        const Criteria& criteria = *loaded.result.criteria;
        const Screener screener(criteria);
        const EnumeratedFile file(criteria);
        if (file.consistent.empty()) continue;
        for (const FileFinding& finding : check_file(criteria, screener)) {
            if (finding.kind != FindingKind::constant_comparison) continue;
            REQUIRE(finding.record);
            const auto& message = finding.diagnostic.message;
            const auto fact = criteria.fact_of(message.substr(1, message.find(' ') - 1));
            REQUIRE(fact);
            const Answers& record = finding.record->answers;
            CHECK_FALSE(screener.screen(record).contradictory());
            CHECK(record[*fact].state == Answer::State::given);
            const ShowsIt shows = [&](const Answers& answers, const Screening& screening) {
                return answers[*fact].state == Answer::State::given && !screening.contradictory();
            };
            Answers blank(criteria.facts.size());
            const std::size_t count = given(record);
            if (count > 0) CHECK_FALSE(shown_with(screener, shows, blank, 0, count - 1));
            ++seen;
        }
    }
    CHECK(seen > scr::test::rounds(100));
}
