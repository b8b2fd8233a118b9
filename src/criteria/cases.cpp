#include "scr/criteria/cases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/obstacles.hpp"
#include "criteria/pair_search.hpp"
#include "criteria/screener_state.hpp"
#include "scr/failure.hpp"

namespace scr::criteria {
namespace {

constexpr Test never() {
    return {};
}

/// Collects the cases of one file.
class CaseFinder {
 public:
    CaseFinder(const Criteria& criteria, const Screener& screener)
        : criteria_(criteria),
          screener_(screener),
          diagrams_(criteria),
          conditions_(criteria, diagrams_.levels()),
          turned_(diagrams_, conditions_),
          obstacles_(diagrams_, conditions_, turned_),
          search_(diagrams_, conditions_) {}

    Cases run() {
        for (std::size_t i = 0; i < conditions_.count(); ++i) {
            cases_.conditions.push_back(conditions_[i]);
            add_condition(i);
        }
        for (std::size_t i = 0; i < criteria_.criteria.size(); ++i) add_criterion(i);
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) add_outcomes(i);
        return std::move(cases_);
    }

 private:
    void add_condition(std::size_t condition) {
        std::optional<RecordPair> best;
        std::size_t determination = 0;
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            auto found = search_.closest(sought(condition, i, true), sought(condition, i, false));
            if (!found || (best && best->cost <= found->cost)) continue;
            best = std::move(found);
            determination = i;
        }
        if (!best) {
            add_side(condition, true);
            add_side(condition, false);
            return;
        }
        const std::string& label = conditions_[condition].label();
        const std::size_t holds = add(best->first, label + " holds", determination);
        const std::size_t fails = add(best->second, label + " fails", determination);
        cases_.pairs.push_back({condition, determination, holds, fails, best->differing});
    }

    /// The outcome where the condition holds (fails) and decides it, with blanks.
    NodeId sought(std::size_t condition, std::size_t determination, bool holding) {
        const NodeId shown = diagrams_.forest().apply(
            turned_.shows(condition, determination, holding),
            diagrams_.compiler().determination(determination),
            [](Possible shows, Possible outcome) {
                return shows == holds_bit ? outcome : PairSearch::elsewhere;
            });
        return diagrams_.opened(diagrams_.compiler().consistent(shown));
    }

    /// One side by itself, where no two records show both of one determination.
    void add_side(std::size_t condition, bool holding) {
        const std::string what =
            fmt::format("{} {}", conditions_[condition].label(), holding ? "holds" : "fails");
        if (const auto obstacle = obstacles_.of(condition, holding)) {
            cases_.unshown.push_back({what, *obstacle});
            return;
        }
        std::optional<Answers> best;
        std::size_t determination = 0;
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            const NodeId shows = turned_.shows(condition, i, holding);
            for (std::size_t outcome = 0; outcome < criteria_.determinations[i].outcomes.size();
                 ++outcome) {
                auto found = smallest(both(shows, has_outcome(i, outcome)));
                if (!found || (best && given(*best) <= given(*found))) continue;
                best = std::move(found);
                determination = i;
            }
        }
        if (!best) throw Failure(FailureKind::bug, "a condition that can be shown was not found");
        add(*best, what, determination);
    }

    void add_criterion(std::size_t index) {
        const Criterion& criterion = criteria_.criteria[index];
        const NodeId holds = diagrams_.compiler().test(criterion.when);
        const NodeId without = diagrams_.compiler().determination_with(
            criterion.determination,
            [&](const Criterion& other) { return &other == &criterion ? never() : other.when; });
        const NodeId decides = diagrams_.forest().apply(
            diagrams_.compiler().determination(criterion.determination), without,
            [](Possible with, Possible left) { return with != left ? holds_bit : fails_bit; });
        const std::string name = "criterion " + criterion.id;
        if (add_where(both(holds, decides), name + " decides", criterion.determination)) return;
        if (add_where(holds, name + " holds", criterion.determination)) return;
        cases_.unshown.push_back(
            {name + " holds",
             {ObstacleKind::constant, "no answers that can stand together meet its `when`"}});
    }

    void add_outcomes(std::size_t index) {
        const Determination& determination = criteria_.determinations[index];
        for (std::size_t i = 0; i < determination.outcomes.size(); ++i) {
            const std::string what =
                fmt::format("outcome {} = {}", determination.id, determination.outcomes[i].id);
            if (add_where(has_outcome(index, i), what, index)) continue;
            cases_.unshown.push_back(
                {what, {ObstacleKind::constant, "no complete and consistent record has it"}});
        }
    }

    /// A case on which `complete` is certain: one that is there already, or the smallest.
    bool add_where(NodeId complete, const std::string& what, std::size_t determination) {
        const NodeId root = diagrams_.opened(diagrams_.compiler().consistent(complete));
        for (std::size_t i = 0; i < cases_.cases.size(); ++i) {
            if (diagrams_.open().walk(root, symbols_[i]) != holds_bit) continue;
            cases_.cases[i].shows.push_back(what);
            return true;
        }
        const auto record = smallest(complete);
        if (record) add(*record, what, determination);
        return record.has_value();
    }

    std::optional<Answers> smallest(NodeId complete) {
        return diagrams_.smallest_record(diagrams_.compiler().consistent(complete));
    }

    NodeId both(NodeId a, NodeId b) {
        return diagrams_.forest().apply(a, b, [](Possible x, Possible y) {
            return x == holds_bit && y == holds_bit ? holds_bit : fails_bit;
        });
    }

    NodeId has_outcome(std::size_t determination, std::size_t outcome) {
        Test has;
        has.kind = Test::Kind::outcome;
        has.index = determination;
        has.values = {static_cast<std::int64_t>(outcome)};
        return diagrams_.compiler().test(has);
    }

    static std::ptrdiff_t given(const Answers& answers) {
        return std::count_if(answers.begin(), answers.end(), [](const Answer& answer) {
            return answer.state == Answer::State::given;
        });
    }

    /// Adds a case, or what it shows to the one with the same answers.
    std::size_t add(const Answers& answers, const std::string& what, std::size_t determination) {
        for (std::size_t i = 0; i < cases_.cases.size(); ++i) {
            if (cases_.cases[i].answers != answers) continue;
            cases_.cases[i].shows.push_back(what);
            return i;
        }
        const Screening screening = screener_.screen(answers);
        if (screening.contradictory())
            throw Failure(FailureKind::bug, "a case does not screen as it was found");
        const Determination& asked = criteria_.determinations[determination];
        const Finding& finding = screening.findings[determination];
        const std::string end = fmt::format(
            "{} = {}", asked.id,
            finding.determined() ? asked.outcomes[finding.possible.front()].id : "undetermined");
        const std::string name = what == "outcome " + end ? end : fmt::format("{}: {}", what, end);
        cases_.cases.push_back({name, answers, screening.findings, {what}});
        symbols_.push_back(screener_.state().diagrams.symbols(screening.reading));
        return cases_.cases.size() - 1;
    }

    const Criteria& criteria_;
    const Screener& screener_;
    RuleDiagrams diagrams_;
    TestedConditions conditions_;
    TurnedOutcomes turned_;
    Obstacles obstacles_;
    PairSearch search_;
    Cases cases_;
    std::vector<Symbols> symbols_;  ///< of the cases, in their order
};

}  // namespace

Cases generate_cases(const Criteria& criteria, const Screener& screener) {
    return CaseFinder(criteria, screener).run();
}

}  // namespace scr::criteria
