#include "scr/criteria/explanation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "criteria/random_criteria.hpp"
#include "criteria/screener_state.hpp"
#include "criteria/small_criteria.hpp"
#include "rounds.hpp"

using namespace scr::criteria;

namespace {

/// What is possible when of the reading's answers only those of `kept` stand. Said once more and
/// plainly, for the search to be measured against.
class Reduced {
 public:
    Reduced(const Criteria& criteria, const Screener& screener, const Screening& screening)
        : criteria_(criteria), diagrams_(screener.state().diagrams), reading_(screening.reading) {
        for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
            if (answered(i) && !follows(i)) answers_.push_back(i);
        }
    }

    const std::vector<std::size_t>& answers() const { return answers_; }
    bool silent(std::size_t fact) const { return has(reading_.from_silence, fact); }
    bool open(std::size_t fact) const {
        return reading_.answers[fact].state == Answer::State::unknown;
    }
    bool follows(std::size_t fact) const {
        const auto& declared = criteria_.facts[fact];
        return declared.if_blank_same_as && !declared.if_blank &&
               (silent(fact) || has(reading_.tied, fact));
    }

    Possible possible(std::size_t determination, const std::set<std::size_t>& kept) const {
        return possible_with(determination, kept, {});
    }

    /// `given`: further answers to open facts.
    Possible possible_with(std::size_t determination, const std::set<std::size_t>& kept,
                           const std::map<std::size_t, std::int64_t>& given) const {
        Reading reading = reading_;
        for (const std::size_t fact : answers_) {
            if (!kept.contains(fact)) reading.answers[fact] = Answer::unknown();
        }
        for (const auto& [fact, value] : given) reading.answers[fact] = Answer::given(value);
        for (std::size_t i = 0; i < criteria_.facts.size(); ++i) {
            if (!follows(i)) continue;
            const auto& head = reading.answers[*criteria_.facts[i].if_blank_same_as];
            reading.answers[i] = head.state == Answer::State::given ? head : Answer::blank();
        }
        return diagrams_.outcome(determination, diagrams_.symbols(reading));
    }

    std::set<std::size_t> all() const { return {answers_.begin(), answers_.end()}; }

    /// The answers that are worth trying: one of each stretch that anything tells apart.
    std::set<std::int64_t> trials(std::size_t fact) const {
        const auto& levels = diagrams_.levels();
        std::set<std::int64_t> values;
        const auto& group = levels.group(levels.level(fact));
        const auto add = [&](std::size_t level) {
            for (const auto start : levels.classes(level).starts()) values.insert(start);
        };
        add(levels.level(fact));
        if (group.head == levels.level(fact)) {
            for (const std::size_t member : group.members) add(member);
        }
        return values;
    }

 private:
    static bool has(const std::vector<std::size_t>& list, std::size_t item) {
        return std::ranges::find(list, item) != list.end();
    }
    bool answered(std::size_t fact) const {
        return reading_.answers[fact].state == Answer::State::given;
    }

    const Criteria& criteria_;
    Diagrams& diagrams_;
    const Reading& reading_;
    std::vector<std::size_t> answers_;
};

/// The size of the smallest forcing set and the fewest silent answers in one of that size, by
/// trying every subset.
std::pair<std::size_t, std::size_t> smallest_by_trial(const Reduced& reduced,
                                                      std::size_t determination, Possible outcome) {
    const auto& answers = reduced.answers();
    std::pair<std::size_t, std::size_t> best{answers.size() + 1, 0};
    for (std::uint32_t mask = 0; mask < 1U << answers.size(); ++mask) {
        const auto size = static_cast<std::size_t>(std::popcount(mask));
        if (size > best.first) continue;
        std::set<std::size_t> kept;
        std::size_t silent = 0;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if ((mask >> i & 1U) == 0) continue;
            kept.insert(answers[i]);
            silent += reduced.silent(answers[i]) ? 1 : 0;
        }
        if (std::pair(size, silent) >= best) continue;
        if (reduced.possible(determination, kept) == outcome) best = {size, silent};
    }
    return best;
}

void check_forcing(const Criteria& criteria, const Screener& screener, const Screening& screening) {
    const Reduced reduced(criteria, screener, screening);
    const auto explanation = explain(screener, screening);
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        const auto& forcing = explanation.determinations[i].forcing;
        if (!screening.findings[i].determined()) {
            CHECK(forcing.empty());
            continue;
        }
        REQUIRE(forcing_answers(screener, screening)[i] == forcing);
        const Possible outcome = Possible{1} << screening.findings[i].possible.front();
        const std::set<std::size_t> kept(forcing.begin(), forcing.end());
        std::size_t silent = 0;
        for (const std::size_t fact : forcing) silent += reduced.silent(fact) ? 1 : 0;
        REQUIRE(reduced.possible(i, kept) == outcome);
        REQUIRE(std::pair(forcing.size(), silent) == smallest_by_trial(reduced, i, outcome));
    }
}

/// Whether `steps` further answers can leave nothing but the outcome.
bool reachable_in(const Reduced& reduced, std::size_t determination, Possible outcome,
                  std::size_t facts, std::size_t first, std::size_t steps,
                  std::map<std::size_t, std::int64_t>& given) {
    if (reduced.possible_with(determination, reduced.all(), given) == outcome) return true;
    if (steps == 0) return false;
    for (std::size_t fact = first; fact < facts; ++fact) {
        if (!reduced.open(fact)) continue;
        for (const auto value : reduced.trials(fact)) {
            given[fact] = value;
            if (reachable_in(reduced, determination, outcome, facts, fact + 1, steps - 1, given)) {
                return true;
            }
        }
        given.erase(fact);
    }
    return false;
}

bool among(const std::vector<AnswerRange>& ranges, std::int64_t value) {
    return std::ranges::any_of(
        ranges, [&](const auto& range) { return range.first <= value && value <= range.last; });
}

/// Whichever of the answers that the steps name are given, from `step` on, the outcome is reached.
bool all_lead(const Reduced& reduced, std::size_t determination, const Way& way, std::size_t step,
              std::map<std::size_t, std::int64_t>& given) {
    if (step == way.steps.size()) {
        return reduced.possible_with(determination, reduced.all(), given) == Possible{1}
                                                                                 << way.outcome;
    }
    const auto& [fact, answer, values, words] = way.steps[step];
    for (const auto value : reduced.trials(fact)) {
        if (!among(values, value)) continue;
        given[fact] = value;
        if (!all_lead(reduced, determination, way, step + 1, given)) return false;
    }
    return true;
}

/// The last step names every answer that leads to the outcome while nothing else changes.
void check_last_step(const Reduced& reduced, std::size_t determination, const Way& way) {
    std::map<std::size_t, std::int64_t> given;
    for (const auto& step : way.steps) given[step.fact] = step.answer;
    const Step& last = way.steps.back();
    for (const auto value : reduced.trials(last.fact)) {
        given[last.fact] = value;
        const bool leads = reduced.possible_with(determination, reduced.all(), given) ==
                           Possible{1} << way.outcome;
        REQUIRE(leads == among(last.values, value));
    }
}

void check_ways(const Criteria& criteria, const Screener& screener, const Screening& screening) {
    const Reduced reduced(criteria, screener, screening);
    const auto explanation = explain(screener, screening);
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        for (const auto& way : explanation.determinations[i].ways) {
            const Possible outcome = Possible{1} << way.outcome;
            std::map<std::size_t, std::int64_t> given;
            for (const auto& step : way.steps) given[step.fact] = step.answer;
            REQUIRE(reduced.possible_with(i, reduced.all(), given) == outcome);
            std::map<std::size_t, std::int64_t> none;
            REQUIRE_FALSE(reachable_in(reduced, i, outcome, criteria.facts.size(), 0,
                                       way.steps.size() - 1, none));
            std::map<std::size_t, std::int64_t> named;
            REQUIRE(all_lead(reduced, i, way, 0, named));
            check_last_step(reduced, i, way);
        }
    }
}

void check_irrelevant(const Criteria& criteria, const Screener& screener,
                      const Screening& screening) {
    const Reduced reduced(criteria, screener, screening);
    const auto explanation = explain(screener, screening);
    for (const std::size_t fact : explanation.irrelevant) {
        auto kept = reduced.all();
        kept.erase(fact);
        for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
            REQUIRE(reduced.possible(i, kept) == reduced.possible(i, reduced.all()));
        }
    }
}

Criteria shipped() {
    std::ifstream file(SCR_SOURCE_DIR "/data/criteria/scr-2015.toml", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return scr::criteria_toml::load(text.str(), "scr-2015.toml").result.criteria.value();
}

/// Records as they come: most facts answered, some silent, few unknown.
Answers likely_record(const Criteria& criteria, std::mt19937& random) {
    Answers answers;
    for (const auto& fact : criteria.facts) {
        const auto draw = random() % 10;
        const auto many = fact.type == FactType::integer ? 30 : fact.choices.size();
        answers.push_back(draw < 6   ? Answer::given(static_cast<std::int64_t>(random() % many))
                          : draw < 9 ? Answer::blank()
                                     : Answer::unknown());
    }
    return answers;
}

std::vector<std::string> ids(const Criteria& criteria, const std::vector<std::size_t>& facts) {
    std::vector<std::string> names;
    for (const std::size_t fact : facts) names.push_back(criteria.facts[fact].id);
    return names;
}

/// The ways out of a record of a day without rain, of which nothing else is known, where wet and
/// not hot calls for a coat. `others`: further rules.
auto ways_of_unknown_weather(const std::string& others) {
    const auto criteria = test::criteria_with(
        "[[criterion]]\nid = \"coat\"\ndetermination = \"advice\"\noutcome = \"coat\"\n"
        "when = \"wet and degrees < 30\"\ntext = \"Wet, and not hot\"\n" +
        others);
    const Screener screener(criteria);
    const auto screening =
        screener.screen({Answer::given(1), Answer::unknown(), Answer::unknown()});
    return explain(screener, screening).determinations[0].ways;
}

}  // namespace

TEST_CASE("the smallest forcing set agrees with all subsets on 2000 random records of scr-2015") {
    const Criteria criteria = shipped();
    const Screener screener(criteria);
    std::mt19937 random(16'384);
    for (int checked = 0; checked < scr::test::rounds(2'000);) {
        const auto screening = screener.screen(likely_record(criteria, random));
        if (screening.contradictory()) continue;
        check_forcing(criteria, screener, screening);
        check_irrelevant(criteria, screener, screening);
        ++checked;
    }
}

TEST_CASE("reasons and shortest ways agree with enumeration on random criteria files") {
    std::mt19937 random(1918);
    for (int file = 0; file < scr::test::rounds(1'000); ++file) {
        const auto loaded =
            scr::criteria_toml::load(oracle::random_criteria_text(random), "random.toml");
        const Criteria& criteria = loaded.result.criteria.value();
        const Screener screener(criteria);
        for (int record = 0; record < 4; ++record) {
            const auto screening = screener.screen(oracle::random_answers(criteria, random));
            if (screening.contradictory()) continue;
            check_forcing(criteria, screener, screening);
            check_ways(criteria, screener, screening);
            check_irrelevant(criteria, screener, screening);
        }
    }
}

TEST_CASE("a reason is a tree of what the criterion asks and how it stands") {
    const auto criteria = test::criteria_with(
        "[[criterion]]\nid = \"coat\"\ndetermination = \"advice\"\noutcome = \"coat\"\n"
        "when = \"wet and not degrees >= 30\"\ntext = \"Wet, and not hot\"\n");
    const Screener screener(criteria);
    const auto screening =
        screener.screen({Answer::given(0), Answer::unknown(), Answer::given(12)});
    const auto explanation = explain(screener, screening);

    CHECK(ids(criteria, explanation.determinations[0].forcing) ==
          std::vector<std::string>{"raining", "degrees"});
    REQUIRE(explanation.criteria.size() == 1);
    const auto& whole = explanation.criteria[0];
    CHECK(whole.test == "wet and not degrees >= 30");
    CHECK(whole.truth == Truth::holds);
    REQUIRE(whole.parts.size() == 2);
    CHECK(whole.parts[0].kind == ReasonPart::Kind::condition);
    const auto& wet = whole.parts[0].parts.at(0);
    CHECK(wet.test == "raining = yes or wind = storm");
    CHECK(wet.parts[0].truth == Truth::holds);
    CHECK(wet.parts[1].truth == Truth::open);
}

TEST_CASE("the ways out of an open record name the fewest answers that settle it") {
    const auto ways = ways_of_unknown_weather("");
    REQUIRE(ways.size() == 2);
    REQUIRE(ways[0].steps.size() == 2);
    CHECK(ways[0].steps[0].answers == "storm");
    CHECK(ways[0].steps[1].answers == "-50 to 29");
    REQUIRE(ways[1].steps.size() == 1);
    CHECK(ways[1].steps[0].answers == "none or breeze");
}

TEST_CASE("a way names all answers that lead to its outcome though other rules tell them apart") {
    const auto ways = ways_of_unknown_weather(
        "[[criterion]]\nid = \"frost\"\ndetermination = \"advice\"\noutcome = \"coat\"\n"
        "when = \"raining and degrees < 10\"\ntext = \"Sleet\"\n"
        "[[criterion]]\nid = \"airy\"\ndetermination = \"advice\"\noutcome = \"nothing\"\n"
        "when = \"wind = breeze and degrees < 10\"\ntext = \"A cold breeze\"\n");
    REQUIRE(ways.size() == 2);
    REQUIRE(ways[0].steps.size() == 2);
    CHECK(ways[0].steps[0].answers == "storm");
    CHECK(ways[0].steps[0].values == std::vector<AnswerRange>{{2, 2}});
    CHECK(ways[0].steps[1].answers == "-50 to 29");
    CHECK(ways[0].steps[1].values == std::vector<AnswerRange>{{-50, 29}});
    REQUIRE(ways[1].steps.size() == 1);
    CHECK(ways[1].steps[0].answers == "none or breeze");
    CHECK(ways[1].steps[0].values == std::vector<AnswerRange>{{0, 1}});
}
