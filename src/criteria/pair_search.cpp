#include "criteria/pair_search.hpp"

#include <algorithm>
#include <bit>

#include "scr/failure.hpp"

namespace scr::criteria {

std::optional<RecordPair> PairSearch::closest(NodeId first, NodeId second) {
    arrivals_.assign(1, {{first, second}});
    waiting_ = {};
    done_.clear();
    waiting_.emplace(PairCost{}, 0);
    while (!waiting_.empty()) {
        const std::size_t at = std::get<1>(waiting_.top());
        waiting_.pop();
        const State state = arrivals_[at].state;
        if (!done_.insert(state).second) continue;
        if (is_goal(state)) return pair_at(at);
        leave(at);
    }
    return std::nullopt;
}

bool PairSearch::is_goal(const State& state) const {
    return Forest::is_terminal(state.first) && Forest::is_terminal(state.second) &&
           open_.possible(state.first) != open_.possible(state.second);
}

/// A terminal that is no single outcome looked for.
bool PairSearch::is_dead(NodeId id) const {
    if (!Forest::is_terminal(id)) return false;
    const Possible set = open_.possible(id);
    return set == elsewhere || !std::has_single_bit(set);
}

void PairSearch::leave(std::size_t at) {
    const State state = arrivals_[at].state;
    const std::size_t level = std::min(open_.level(state.first), open_.level(state.second));
    if (level == levels_.count()) return;
    const Group& group = levels_.group(level);
    if (group.head == state.head)
        leave_member(at, level);
    else
        leave_head(at, group);
}

void PairSearch::leave_head(std::size_t at, const Group& group) {
    const State state = arrivals_[at].state;
    const auto& by_default = criteria_.facts[levels_.fact(group.head)].if_blank;
    const std::size_t open = levels_.open_edge(group.head);
    const State blank{child(state.first, group.head, by_default, open),
                      child(state.second, group.head, by_default, open), group.head, by_default,
                      by_default};
    go(at, group.head, blank, by_default, by_default, false);
    go_given(at, group.head, starts(group));
}

void PairSearch::leave_member(std::size_t at, std::size_t level) {
    const State state = arrivals_[at].state;
    const std::size_t tied = levels_.tied_edge(level);
    State blank = state;
    blank.first = child(state.first, level, state.first_head, tied);
    blank.second = child(state.second, level, state.second_head, tied);
    go(at, level, blank, state.first_head, state.second_head, false);
    go_given(at, level, starts(levels_.group(level)));
}

void PairSearch::go_given(std::size_t at, std::size_t level,
                          const std::vector<std::int64_t>& answers) {
    const State state = arrivals_[at].state;
    const bool is_head = levels_.group(level).head == level;
    for (const std::int64_t first : answers) {
        for (const std::int64_t second : answers) {
            State next = state;
            next.first = child(state.first, level, first, 0);
            next.second = child(state.second, level, second, 0);
            if (is_head) {
                next.head = level;
                next.first_head = first;
                next.second_head = second;
            }
            go(at, level, next, first, second, true);
        }
    }
}

/// Two answers that no comparison tells apart are no difference worth making.
void PairSearch::go(std::size_t at, std::size_t level, const State& next, Value first, Value second,
                    bool given) {
    if (is_dead(next.first) || is_dead(next.second) || done_.contains(next)) return;
    const std::size_t fact = levels_.fact(level);
    PairCost cost{0, 0, given ? 2U : 0U, given ? fact : 0};
    const bool differs = first != second;
    if (differs) {
        cost.facts = 1;
        cost.comparisons = conditions_.told_apart(fact, *first, *second);
        if (given &&
            levels_.classes(level).class_of(*first) == levels_.classes(level).class_of(*second) &&
            levels_.group(level).members.empty())
            return;
    }
    Arrival arrival{next,
                    at,
                    fact,
                    given ? first : Value{},
                    given ? second : Value{},
                    differs,
                    arrivals_[at].cost + cost};
    if (++steps_ > step_limit)
        throw Failure(FailureKind::refused, "the cases of these criteria take too long to find", "",
                      "the search for the closest records passes a million steps",
                      "split the file into regimes of their own, or ask several facts as one");
    arrivals_.push_back(arrival);
    waiting_.emplace(arrival.cost, arrivals_.size() - 1);
}

/// The first answers of all stretches that the group's members tell apart.
std::vector<std::int64_t> PairSearch::starts(const Group& group) const {
    std::set<std::int64_t> all(levels_.classes(group.head).starts().begin(),
                               levels_.classes(group.head).starts().end());
    for (const std::size_t member : group.members) {
        const auto& more = levels_.classes(member).starts();
        all.insert(more.begin(), more.end());
    }
    return {all.begin(), all.end()};
}

NodeId PairSearch::child(NodeId id, std::size_t level, const Value& answer,
                         std::size_t otherwise) const {
    return open_.child(id, level, answer ? levels_.classes(level).class_of(*answer) : otherwise);
}

RecordPair PairSearch::pair_at(std::size_t at) const {
    RecordPair pair{Answers(criteria_.facts.size()), Answers(criteria_.facts.size()), {}, {}};
    pair.cost = arrivals_[at].cost;
    for (; at != 0; at = arrivals_[at].from) {
        const Arrival& arrival = arrivals_[at];
        if (arrival.differs) pair.differing.push_back(arrival.fact);
        if (!arrival.first) continue;
        pair.first[arrival.fact] = Answer::given(*arrival.first);
        pair.second[arrival.fact] = Answer::given(*arrival.second);
        if (arrival.differs) step_to_boundary(pair, arrival);
    }
    std::sort(pair.differing.begin(), pair.differing.end());
    return pair;
}

/// Integers of neighbouring stretches meet where the rules change: 17 and 18 rather than 0 and 18.
void PairSearch::step_to_boundary(RecordPair& pair, const Arrival& arrival) const {
    if (criteria_.facts[arrival.fact].type != FactType::integer) return;
    const auto all = starts(levels_.group(levels_.level(arrival.fact)));
    const auto [low, high] = std::minmax(*arrival.first, *arrival.second);
    const auto next = std::upper_bound(all.begin(), all.end(), low);
    if (next == all.end() || *next != high) return;
    Answers& lower = *arrival.first < *arrival.second ? pair.first : pair.second;
    lower[arrival.fact].value = high - 1;
}

}  // namespace scr::criteria
