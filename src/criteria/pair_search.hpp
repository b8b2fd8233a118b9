#pragma once

#include <compare>
#include <optional>
#include <queue>
#include <set>
#include <tuple>
#include <vector>

#include "criteria/findings_parts.hpp"
#include "criteria/tested_conditions.hpp"

namespace scr::criteria {

/// How far two records are from one another, and how much they say.
struct PairCost {
    std::size_t facts = 0;        ///< answered differently, silence read
    std::size_t comparisons = 0;  ///< that come out differently
    std::size_t answers = 0;      ///< given, in both together
    std::size_t lateness = 0;     ///< of those answers: the file asks first what tells most

    PairCost operator+(const PairCost& other) const {
        return {facts + other.facts, comparisons + other.comparisons, answers + other.answers,
                lateness + other.lateness};
    }
    auto operator<=>(const PairCost&) const = default;
};

struct RecordPair {
    Answers first;
    Answers second;
    std::vector<std::size_t> differing;
    PairCost cost;
};

/// Looks for two records, one in each of two diagrams, that end in different outcomes and are as
/// close as can be: the cheapest way down both at once (Dijkstra 1959). A fact is either blank in
/// both records or given in both; no closer pair is lost, since whatever is open in one of them
/// may take the other's answer or another that is consistent.
class PairSearch {
 public:
    /// Marks, in a terminal, combinations that are not looked for. Outcomes are fewer than 60.
    static constexpr Possible elsewhere = Possible{1} << 63;

    PairSearch(RuleDiagrams& diagrams, const TestedConditions& conditions)
        : levels_(diagrams.levels()),
          open_(diagrams.open()),
          criteria_(diagrams.criteria()),
          conditions_(conditions) {}

    /// `first` and `second` are nodes with open edges, whose terminals are outcomes or `elsewhere`.
    /// Throws Failure (refused) where all searches together take too many steps.
    std::optional<RecordPair> closest(NodeId first, NodeId second);

 private:
    using Value = std::optional<std::int64_t>;
    /// All searches for one file together: steps beyond which the criteria are refused.
    static constexpr std::size_t step_limit = 1'000'000;
    static constexpr std::size_t no_level = static_cast<std::size_t>(-1);
    static constexpr std::size_t no_fact = static_cast<std::size_t>(-1);

    /// Where both are; with the answers of the group's head, nothing where it is open.
    struct State {
        NodeId first = 0;
        NodeId second = 0;
        std::size_t head = no_level;
        Value first_head{};
        Value second_head{};
        auto operator<=>(const State&) const = default;
    };
    /// What was chosen at a fact: two answers, or nothing for a blank.
    struct Arrival {
        State state;
        std::size_t from = 0;
        std::size_t fact = no_fact;
        Value first{};
        Value second{};
        bool differs = false;
        PairCost cost{};
    };
    /// Cheapest first, then in the order in which they were found.
    using Waiting = std::tuple<PairCost, std::size_t>;

    void leave(std::size_t at);
    void leave_head(std::size_t at, const Group& group);
    void leave_member(std::size_t at, std::size_t level);
    void go(std::size_t at, std::size_t level, const State& next, Value first, Value second,
            bool given);
    void go_given(std::size_t at, std::size_t level, const std::vector<std::int64_t>& answers);
    bool is_goal(const State& state) const;
    bool is_dead(NodeId id) const;
    std::vector<std::int64_t> starts(const Group& group) const;
    NodeId child(NodeId id, std::size_t level, const Value& answer, std::size_t otherwise) const;
    RecordPair pair_at(std::size_t at) const;
    void step_to_boundary(RecordPair& pair, const Arrival& arrival) const;

    const Levels& levels_;
    const Forest& open_;
    const Criteria& criteria_;
    const TestedConditions& conditions_;
    std::vector<Arrival> arrivals_;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting_;
    std::set<State> done_;
    std::size_t steps_ = 0;
};

}  // namespace scr::criteria
