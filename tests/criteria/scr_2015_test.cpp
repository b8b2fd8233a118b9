#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "criteria/alphabet.hpp"
#include "criteria/diagrams.hpp"
#include "criteria/oracle.hpp"
#include "rounds.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria/screening.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

using namespace scr::criteria;
using oracle::Oracle;

namespace {

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const Criteria& shipped() {
    static const auto loaded = scr::criteria_toml::load(
        read_file(SCR_SOURCE_DIR "/data/criteria/scr-2015.toml"), "scr-2015.toml");
    return loaded.result.criteria.value();
}

/// Every complete combination of distinguishable answers with its outcomes, worked out once by the
/// oracle: brute force for many partial records is then a lookup for each completion.
class CompleteTable {
 public:
    CompleteTable(const Criteria& criteria, const Diagrams& diagrams, const Oracle& oracle)
        : criteria_(criteria) {
        for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact) {
            const AnswerClasses& classes = diagrams.levels().classes(diagrams.levels().level(fact));
            classes_.push_back(&classes);
            strides_.push_back(size_);
            size_ *= classes.count();
        }
        outcomes_.resize(size_);
        for (std::size_t row = 0; row < size_; ++row) {
            const Oracle::Values values = values_of(row);
            if (!oracle.consistent(values)) continue;
            for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
                outcomes_[row].push_back(std::uint64_t{1} << oracle.outcome(i, values));
            }
        }
    }

    std::size_t size() const { return size_; }
    const std::vector<std::uint64_t>& outcomes(std::size_t row) const { return outcomes_[row]; }

    Oracle::Values values_of(std::size_t row) const {
        Oracle::Values values;
        for (std::size_t fact = 0; fact < strides_.size(); ++fact) {
            const std::size_t answer = row / strides_[fact] % classes_[fact]->count();
            values.push_back(classes_[fact]->representative(answer));
        }
        return values;
    }

    /// The union over the completions of a reading without tied facts.
    std::vector<std::uint64_t> possible(const Answers& answers) const {
        std::vector<std::uint64_t> masks(criteria_.determinations.size());
        add(answers, 0, 0, masks);
        return masks;
    }

    /// The union with `age_when_harmed` blank and `age` open: one answer for both.
    void add(const Answers& answers, std::size_t fact, std::size_t row,
             std::vector<std::uint64_t>& masks) const {
        if (fact == answers.size()) {
            for (std::size_t i = 0; i < outcomes_[row].size(); ++i) masks[i] |= outcomes_[row][i];
            return;
        }
        const AnswerClasses& classes = *classes_[fact];
        for (std::size_t answer = 0; answer < classes.count(); ++answer) {
            const bool given = answers[fact].state == Answer::State::given;
            if (given && classes.class_of(answers[fact].value) != answer) continue;
            add(answers, fact + 1, row + answer * strides_[fact], masks);
        }
    }

 private:
    const Criteria& criteria_;
    std::vector<const AnswerClasses*> classes_;
    std::vector<std::size_t> strides_;
    std::size_t size_ = 1;
    std::vector<std::vector<std::uint64_t>> outcomes_;
};

Answers random_record(const Criteria& criteria, std::mt19937& random) {
    const auto below = [&](std::size_t limit) {
        return static_cast<std::int64_t>(
            std::uniform_int_distribution<std::size_t>(0, limit - 1)(random));
    };
    Answers answers;
    for (const Fact& fact : criteria.facts) {
        const auto kind = below(10);
        const std::size_t values = fact.type == FactType::integer ? 21 : fact.choices.size();
        if (kind < 3) answers.push_back(Answer::blank());
        if (kind == 3) answers.push_back(Answer::unknown());
        if (kind > 3) answers.push_back(Answer::given(below(values)));
    }
    return answers;
}

}  // namespace

TEST_CASE("scr-2015 agrees with the oracle on all 98304 complete combinations") {
    const Criteria& criteria = shipped();
    const Diagrams diagrams(criteria);
    const Oracle oracle(criteria, {9, 16, 17, 18});
    const CompleteTable table(criteria, diagrams, oracle);
    REQUIRE(table.size() == 98'304);
    const Screener screener(criteria);
    std::size_t consistent = 0;
    std::size_t differences = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        Reading reading;
        for (const std::int64_t value : table.values_of(row))
            reading.answers.push_back(Answer::given(value));
        const Symbols symbols = diagrams.symbols(reading);
        for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
            const std::uint64_t wanted = table.outcomes(row).empty() ? 0 : table.outcomes(row)[i];
            differences += diagrams.outcome(i, symbols) != wanted;
        }
        consistent += !table.outcomes(row).empty();
    }
    CHECK(differences == 0);
    CHECK(consistent > 30'000);
    CHECK(consistent < table.size());
}

TEST_CASE("scr-2015 agrees with brute force on 100000 random partial records") {
    const Criteria& criteria = shipped();
    const Diagrams diagrams(criteria);
    const Oracle oracle(criteria, {9, 16, 17, 18});
    const CompleteTable table(criteria, diagrams, oracle);
    const Screener screener(criteria);
    const std::size_t age = criteria.fact_of("age").value();
    std::mt19937 random(98'304);
    std::size_t differences = 0;
    int undetermined = 0;
    for (int i = 0; i < scr::test::rounds(100'000); ++i) {
        const Screening screening = screener.screen(random_record(criteria, random));
        const Reading& reading = screening.reading;
        std::vector<std::uint64_t> wanted(criteria.determinations.size());
        if (reading.tied.empty()) {
            wanted = table.possible(reading.answers);
        } else {
            for (const std::int64_t shared : {9, 16, 18}) {
                Answers answers = reading.answers;
                answers[age] = Answer::given(shared);
                for (const std::size_t tied : reading.tied) answers[tied] = Answer::given(shared);
                const auto masks = table.possible(answers);
                for (std::size_t d = 0; d < wanted.size(); ++d) wanted[d] |= masks[d];
            }
        }
        for (std::size_t d = 0; d < wanted.size(); ++d) {
            const std::uint64_t found =
                screening.contradictory() ? 0 : screening.findings[d].possible.bits();
            differences += found != wanted[d];
        }
        undetermined += !screening.missing.empty();
    }
    CHECK(differences == 0);
    CHECK(undetermined > scr::test::rounds(10'000));
}

TEST_CASE(
    "what matters and what silence decided agree with enumeration on random records of scr-2015") {
    const Criteria& criteria = shipped();
    const Screener screener(criteria);
    const Oracle oracle(criteria, {9, 16, 18});
    std::mt19937 random(1984);
    int compared = 0;
    while (compared < scr::test::rounds(400)) {
        const Answers answers = random_record(criteria, random);
        const Screening found = screener.screen(answers);
        // Enumeration is exponential in what is open: keep to records of which it can be asked.
        std::size_t open = found.reading.from_silence.size();
        for (const Answer& answer : found.reading.answers)
            open += answer.state != Answer::State::given;
        if (open > 5) continue;
        const Oracle::Result wanted = oracle.screen(answers, Blanks::take_default);
        REQUIRE(found.contradictory() == wanted.contradictory);
        if (!wanted.contradictory) {
            CHECK(found.criteria == wanted.criteria);
            CHECK(found.missing == wanted.missing);
            CHECK(found.assumed == wanted.assumed);
        }
        ++compared;
    }
}

TEST_CASE("at every node of scr-2015 the open edge is the union of the others") {
    const Criteria& criteria = shipped();
    Diagrams diagrams(criteria);
    const Levels& levels = diagrams.levels();
    Forest forest = diagrams.outcomes();
    std::size_t checked = 0;
    for (NodeId node = 0; node < diagrams.outcomes().node_count(); ++node) {
        const std::size_t level = forest.level(node);
        const Group& group = levels.group(level);
        const bool head = group.head == level && !group.members.empty();
        const auto union_of = [&](const auto& child_of) {
            NodeId all = child_of(0);
            for (std::size_t i = 1; i < levels.class_count(level); ++i)
                all = forest.unite(all, child_of(i));
            return all;
        };
        const NodeId open = forest.child(node, level, levels.open_edge(level));
        if (!head) {
            CHECK(open == union_of([&](std::size_t i) { return forest.child(node, level, i); }));
        } else {
            // Below an open head the tied edge has a meaning of its own; every other edge is a
            // union.
            const std::size_t member = group.members.front();
            for (std::size_t edge = 0; edge <= levels.open_edge(member); ++edge) {
                CHECK(forest.child(open, member, edge) == union_of([&](std::size_t i) {
                          return forest.child(forest.child(node, level, i), member, edge);
                      }));
            }
        }
        ++checked;
    }
    CHECK(checked > 100);
}

TEST_CASE("scr-2015 holds at least 40 examples and 15 claims and all of them stand") {
    const Criteria& criteria = shipped();
    CHECK(criteria.examples.size() >= 40);
    CHECK(criteria.claims.size() >= 15);
    CHECK(run_examples(criteria, Screener(criteria)).empty());
    CHECK(check_claims(criteria).empty());
}
