#include "scr/criteria/questions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "criteria/oracle.hpp"
#include "criteria/random_criteria.hpp"
#include "criteria/screener_state.hpp"
#include "criteria/small_criteria.hpp"
#include "rounds.hpp"

using namespace scr::criteria;

namespace {

using oracle::Oracle;
using Values = Oracle::Values;

/// The game played out: every question in every order, every answer, without diagrams.
class Game {
 public:
    Game(const Criteria& criteria, const Screener& screener)
        : criteria_(criteria),
          levels_(screener.state().diagrams.levels()),
          oracle_(criteria, {0, 1, 2, 3, 4}) {
        for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact) {
            const auto& classes = levels_.classes(levels_.level(fact));
            std::vector<std::int64_t> values;
            for (std::size_t i = 0; i < classes.count(); ++i) {
                values.push_back(classes.representative(i));
            }
            trials_.push_back(values);
        }
        Values values(criteria.facts.size());
        enumerate(values, 0);
    }

    struct Value {
        std::size_t worst = 0;
        double expected = 0;
    };

    /// What is left when these facts have these values.
    std::vector<const Values*> left(const std::map<std::size_t, std::int64_t>& known) const {
        std::vector<const Values*> rest;
        for (const auto& row : rows_) {
            if (std::ranges::all_of(known, [&](const auto& answer) {
                    return row[answer.first] == answer.second;
                })) {
                rest.push_back(&row);
            }
        }
        return rest;
    }

    bool settled(std::size_t determination, const std::vector<const Values*>& rest) const {
        std::set<std::size_t> outcomes;
        for (const auto* row : rest) outcomes.insert(oracle_.outcome(determination, *row));
        return outcomes.size() < 2;
    }

    std::set<std::int64_t> answers_left(std::size_t fact,
                                        const std::vector<const Values*>& rest) const {
        std::set<std::int64_t> answers;
        for (const auto* row : rest) answers.insert((*row)[fact]);
        return answers;
    }

    Value play(std::size_t determination, std::map<std::size_t, std::int64_t> known) const {
        if (settled(determination, left(known))) return {};
        std::optional<Value> best;
        for (std::size_t fact = 0; fact < criteria_.facts.size(); ++fact) {
            if (known.contains(fact)) continue;
            const auto value = ask(determination, known, fact);
            if (!value) continue;
            const bool better =
                !best || value->worst < best->worst ||
                (value->worst == best->worst && value->expected < best->expected - 1e-9);
            if (better) best = value;
        }
        return best.value_or(Value{});
    }

    /// Nothing where there is only one answer left, which nobody is asked for.
    std::optional<Value> ask(std::size_t determination, std::map<std::size_t, std::int64_t> known,
                             std::size_t fact) const {
        const auto answers = answers_left(fact, left(known));
        if (answers.size() < 2) return std::nullopt;
        Value value;
        for (const auto answer : answers) {
            known[fact] = answer;
            const auto below = play(determination, known);
            value.worst = std::max(value.worst, below.worst);
            value.expected += below.expected / static_cast<double>(answers.size());
        }
        value.worst += 1;
        value.expected += 1;
        return value;
    }

    const std::vector<std::int64_t>& trials(std::size_t fact) const { return trials_[fact]; }

 private:
    void enumerate(Values& values, std::size_t fact) {
        if (fact == values.size()) {
            if (oracle_.consistent(values)) rows_.push_back(values);
            return;
        }
        for (const auto value : trials_[fact]) {
            values[fact] = value;
            enumerate(values, fact + 1);
        }
    }

    const Criteria& criteria_;
    const Levels& levels_;
    Oracle oracle_;
    std::vector<std::vector<std::int64_t>> trials_;
    std::vector<Values> rows_;
};

bool is_small(const Criteria& criteria, const Game& game) {
    std::size_t size = 1;
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) size *= game.trials(i).size();
    return criteria.facts.size() <= 4 && size <= 120;
}

}  // namespace

TEST_CASE("the next question is the best of all in the worst case on random criteria files") {
    std::mt19937 random(20);
    int asked = 0;
    for (int file = 0; file < scr::test::rounds(600); ++file) {
        const auto loaded =
            scr::criteria_toml::load(oracle::random_criteria_text(random), "random.toml");
        const Criteria& criteria = loaded.result.criteria.value();
        const Screener screener(criteria);
        const Game game(criteria, screener);
        if (!is_small(criteria, game)) continue;
        Questions questions(screener);

        Answers answers(criteria.facts.size());
        std::map<std::size_t, std::int64_t> known;
        CAPTURE(loaded.document.text);
        for (;;) {
            if (game.left(known).empty()) break;
            const auto question = questions.next(answers);
            if (!question) {
                for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
                    REQUIRE(game.settled(i, game.left(known)));
                }
                break;
            }
            ++asked;
            const auto best = game.play(question->determination, known);
            const auto own = game.ask(question->determination, known, question->fact);
            REQUIRE(own);
            REQUIRE(own->worst == best.worst);
            REQUIRE(own->expected == doctest::Approx(best.expected));
            REQUIRE(question->at_most == best.worst);
            REQUIRE(question->expected);
            REQUIRE(*question->expected == doctest::Approx(best.expected));
            const auto possible = game.answers_left(question->fact, game.left(known));
            auto answer = possible.begin();
            std::advance(answer, random() % possible.size());
            answers[question->fact] = Answer::given(*answer);
            known[question->fact] = *answer;
        }
    }
    CHECK(asked > scr::test::rounds(300));
}

TEST_CASE("what is settled is not asked and what cannot be is not offered") {
    const auto criteria = test::criteria_with(
        "[[impossible]]\nwhen = \"raining and wind = none\"\ntext = \"Rain comes with wind\"\n"
        "[[criterion]]\nid = \"coat\"\ndetermination = \"advice\"\noutcome = \"coat\"\n"
        "when = \"wet\"\ntext = \"It is wet\"\n");
    const Screener screener(criteria);
    Questions questions(screener);

    auto question = questions.next({Answer::blank(), Answer::blank(), Answer::blank()});
    REQUIRE(question);
    CHECK(criteria.facts[question->fact].id == "wind");  // without wind it cannot rain
    CHECK(question->at_most == 2);
    CHECK_FALSE(questions.next({Answer::given(0), Answer::blank(), Answer::blank()}));
    question = questions.next({Answer::given(1), Answer::blank(), Answer::blank()});
    REQUIRE(question);
    CHECK(criteria.facts[question->fact].id == "wind");
    CHECK_FALSE(questions.next({Answer::given(1), Answer::unknown(), Answer::blank()}));
}

TEST_CASE("a suspected suicide on remand settles the review in at most six questions") {
    std::ifstream file(SCR_SOURCE_DIR "/data/criteria/scr-2015.toml", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const auto criteria =
        scr::criteria_toml::load(text.str(), "scr-2015.toml").result.criteria.value();
    const Screener screener(criteria);
    Questions questions(screener);
    const std::map<std::string, std::string> truth{
        {"born_alive", "yes"},     {"age", "17"},   {"abuse_or_neglect", "none"},
        {"setting", "remand"},     {"died", "yes"}, {"suspected_suicide", "yes"},
        {"seriously_harmed", "no"}};
    Answers answers(criteria.facts.size());
    std::size_t asked = 0;
    for (auto question = questions.next(answers); question && question->determination == 0;
         question = questions.next(answers)) {
        const auto& fact = criteria.facts[question->fact];
        CAPTURE(fact.id);
        REQUIRE(++asked <= 6);
        answers[question->fact] = Answer::given(fact.value_of(truth.at(fact.id)).value());
    }
    CHECK(asked > 0);
}

namespace {

/// Facts that stand together by threes, as in a form: far too many for every order of questions.
std::string long_file(std::size_t facts, std::size_t rules) {
    std::mt19937 random(7);
    std::ostringstream text;
    text << "[criteria]\nid = \"long\"\ntitle = \"Long\"\nkind = \"k\"\njurisdiction = \"J\"\n"
            "regime_date = \"incident_on\"\n";
    for (std::size_t i = 0; i < facts; ++i) {
        text << "[fact.f" << i << "]\nask = \"?\"\ntype = \"yes_no\"\n";
    }
    text << "[determination.review]\nask = \"?\"\noutcomes = [{ id = \"must\", label = \"M\" }, "
            "{ id = \"may\", label = \"A\" }, { id = \"none\", label = \"N\" }]\n"
            "otherwise = \"none\"\n";
    for (std::size_t k = 0; k < rules; ++k) {
        const auto first = random() % (facts - 2);
        text << "[[criterion]]\nid = \"c" << k << "\"\ndetermination = \"review\"\noutcome = \""
             << (k % 2 == 0 ? "must" : "may") << "\"\nwhen = \"" << (k % 3 == 0 ? "not " : "")
             << "f" << first << " and f" << first + 1 << " and not f" << first + 2
             << "\"\ntext = \"t\"\n";
    }
    return text.str();
}

}  // namespace

TEST_CASE("a long file gets each of its questions within the budget") {
    for (const auto& [facts, rules] :
         {std::pair(16, 24), std::pair(60, 400), std::pair(200, 400)}) {
        CAPTURE(facts);
        const auto loaded = scr::criteria_toml::load(
            long_file(static_cast<std::size_t>(facts), static_cast<std::size_t>(rules)),
            "long.toml");
        const Criteria& criteria = loaded.result.criteria.value();
        const Screener screener(criteria);
        constexpr std::size_t budget = 200'000;
        Questions questions(screener, budget);
        // What is done in any case: the diagram is copied, and looked over.
        const auto diagram = 10 * screener.diagram_sizes().front();
        std::mt19937 random(3);
        Answers answers(criteria.facts.size());
        bool was_cut_short = false;
        std::size_t asked = 0;
        for (auto next = questions.next(answers); next; next = questions.next(answers), ++asked) {
            REQUIRE(questions.steps() <= budget + diagram);
            was_cut_short = was_cut_short || !next->at_most;
            REQUIRE(answers[next->fact].state == Answer::State::blank);
            REQUIRE(next->classes.size() == 2);
            answers[next->fact] = Answer::given(static_cast<std::int64_t>(random() % 2));
        }
        CHECK(was_cut_short);
        CHECK(asked > 0);
        CHECK(questions.findings(answers).front().determined());

        const Answers nothing(criteria.facts.size());
        CHECK(questions.next_in_order(nothing) == std::size_t{0});
        CHECK(questions.steps() <= diagram);
    }
}

TEST_CASE("the same answers get the same question, whatever was asked before") {
    const auto loaded = scr::criteria_toml::load(long_file(16, 24), "long.toml");
    const Criteria& criteria = loaded.result.criteria.value();
    const Screener screener(criteria);
    constexpr std::size_t budget = 100'000;
    Questions one(screener, budget);
    std::mt19937 random(5);
    Answers answers(criteria.facts.size());
    for (auto next = one.next(answers); next; next = one.next(answers)) {
        const Screener fresh(criteria);
        Questions other(fresh, budget);
        const auto again = other.next(answers);
        REQUIRE(again);
        CHECK(again->fact == next->fact);
        CHECK(again->at_most == next->at_most);
        CHECK(other.steps() == one.steps());
        answers[next->fact] = Answer::given(static_cast<std::int64_t>(random() % 2));
    }
}

TEST_CASE("without a budget the question is asked whose answers tell the most") {
    const auto criteria = test::criteria_with(
        "[[criterion]]\nid = \"coat\"\ndetermination = \"advice\"\noutcome = \"coat\"\n"
        "when = \"raining and wind != storm and degrees < 10\"\ntext = \"It is wet\"\n");
    const Screener screener(criteria);
    Questions questions(screener, 0);
    const auto next = questions.next({Answer::blank(), Answer::blank(), Answer::blank()});
    REQUIRE(next);
    CHECK(criteria.facts[next->fact].id == "raining");  // a storm is the rarer answer to the wind
    CHECK_FALSE(next->at_most);
    CHECK_FALSE(next->expected);
}
