#include "criteria/relevance.hpp"

#include <algorithm>

namespace scr::criteria {

std::vector<std::size_t> open_edge_counts(const Levels& levels) {
    std::vector<std::size_t> counts;
    for (std::size_t level = 0; level < levels.count(); ++level)
        counts.push_back(levels.edge_count(level));
    return counts;
}

Relevance::Relevance(const Levels& levels, const Forest& outcomes, NodeId root)
    : levels_(levels),
      outcomes_(outcomes),
      root_(root),
      forest_(open_edge_counts(levels)),
      no_(forest_.terminal(0)),
      yes_(forest_.terminal(1)),
      roots_(levels.count()) {}

bool Relevance::matters(std::size_t level, std::span<const std::uint16_t> symbols) {
    return forest_.walk(root(level), symbols) != 0;
}

NodeId Relevance::root(std::size_t level) {
    if (!roots_[level]) {
        asked_ = level;
        memo_.clear();
        roots_[level] = explore({root_, {}, {}, {}});
    }
    return *roots_[level];
}

std::size_t Relevance::top(const State& state) const {
    const std::size_t level = outcomes_.level(state.answered);
    return state.open ? std::min(level, outcomes_.level(*state.open)) : level;
}

Relevance::State Relevance::step(const State& state, std::size_t level, std::size_t edge) const {
    State next = state;
    next.answered = outcomes_.child(state.answered, level, edge);
    if (state.open) next.open = outcomes_.child(*state.open, level, edge);
    return next;
}

/// A member that shares its head's answer: known where the head was answered, tied where it was
/// not.
Relevance::State Relevance::step_tied(const State& state, const Group& group,
                                      std::size_t member) const {
    const std::size_t level = group.members[member];
    const auto edge = [&](std::optional<std::size_t> shared) {
        return levels_.followed_edge(group, member, shared);
    };
    State next = state;
    next.answered = outcomes_.child(state.answered, level, edge(state.answered_shared));
    if (state.open) next.open = outcomes_.child(*state.open, level, edge(state.open_shared));
    return next;
}

NodeId Relevance::either(const std::vector<NodeId>& diagrams) {
    NodeId result = no_;
    for (const NodeId diagram : diagrams) result = forest_.unite(result, diagram);
    return result;
}

NodeId Relevance::explore(const State& state) {
    if (state.open && (*state.open == state.answered)) return no_;
    const std::size_t level = top(state);
    if (level == levels_.count()) {
        // Two different terminals: the answer narrows what is possible, unless it cannot be given.
        return state.open && outcomes_.possible(state.answered) != 0 ? yes_ : no_;
    }
    const Group& asked_group = levels_.group(asked_);
    if (!state.open && level > asked_ && &levels_.group(level) != &asked_group) return no_;

    const std::uint64_t key =
        std::uint64_t{state.answered} << 32 | state.open.value_or(state.answered);
    if (const NodeId* const known = memo_.find(key)) return *known;
    const Group& group = levels_.group(level);
    const NodeId result =
        group.members.empty() ? explore_level(state, level) : explore_group(state, group);
    memo_.add(key, result);
    return result;
}

/// One state for each answer to the fact in question, beside that of leaving it open.
std::vector<Relevance::State> Relevance::answers_of(const State& state, std::size_t level) const {
    std::vector<State> answers;
    const NodeId open = outcomes_.child(state.answered, level, levels_.open_edge(level));
    for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
        State answer = step(state, level, i);
        answer.open = open;
        answer.open_shared = state.answered_shared;
        answers.push_back(answer);
    }
    return answers;
}

NodeId Relevance::explore_level(const State& state, std::size_t level) {
    std::vector<NodeId> edges;
    if (level == asked_) {
        for (const State& answer : answers_of(state, level)) edges.push_back(explore(answer));
        return either(edges);
    }
    for (std::size_t i = 0; i < levels_.class_count(level); ++i)
        edges.push_back(explore(step(state, level, i)));
    std::vector<NodeId> all = edges;
    all.push_back(explore(step(state, level, levels_.open_edge(level))));
    edges.push_back(either(all));
    return forest_.node(level, edges);
}

/// The states after the head was given one of the answers that it shares with its members.
std::vector<Relevance::State> Relevance::answers_of_head(const State& state,
                                                         const Group& group) const {
    std::vector<State> answers;
    for (std::size_t i = 0; i < group.shared.size(); ++i) {
        State answer = step(state, group.head, group.shared[i].head_class);
        answer.answered_shared = i;
        if (group.head == asked_) {
            answer.open =
                outcomes_.child(state.answered, group.head, levels_.open_edge(group.head));
        } else if (state.open) {
            answer.open_shared = i;
        }
        answers.push_back(answer);
    }
    return answers;
}

NodeId Relevance::explore_group(const State& state, const Group& group) {
    std::vector<State> family = answers_of_head(state, group);
    if (group.head == asked_) return below_open_head(family, group, 0);
    family.push_back(step(state, group.head, levels_.open_edge(group.head)));

    std::vector<NodeId> edges;
    for (std::size_t i = 0; i < levels_.class_count(group.head); ++i) {
        edges.push_back(below_answered_head(step(state, group.head, i), group, 0));
    }
    edges.push_back(below_open_head(family, group, 0));
    return forest_.node(group.head, edges);
}

NodeId Relevance::below_answered_head(const State& state, const Group& group, std::size_t member) {
    if (member == group.members.size()) return explore(state);
    const std::size_t level = group.members[member];
    std::vector<NodeId> edges;
    if (level == asked_) {
        for (const State& answer : answers_of(state, level)) {
            edges.push_back(below_answered_head(answer, group, member + 1));
        }
        return either(edges);
    }
    for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
        edges.push_back(below_answered_head(step(state, level, i), group, member + 1));
    }
    std::vector<NodeId> all = edges;
    all.push_back(
        below_answered_head(step(state, level, levels_.open_edge(level)), group, member + 1));
    edges.push_back(either(all));
    edges.push_back(edges.back());
    return forest_.node(level, edges);
}

/// `family`: the head answered in each way, and left open. Whatever shows a difference counts.
NodeId Relevance::below_open_head(const std::vector<State>& family, const Group& group,
                                  std::size_t member) {
    if (member == group.members.size()) {
        std::vector<NodeId> all;
        for (State state : family) {
            state.answered_shared.reset();
            state.open_shared.reset();
            all.push_back(explore(state));
        }
        return either(all);
    }
    const std::size_t level = group.members[member];
    const auto descend = [&](const auto& step_of) {
        std::vector<State> below;
        for (const State& state : family) below.push_back(step_of(state));
        return below_open_head(below, group, member + 1);
    };
    std::vector<NodeId> edges;
    if (level == asked_) {
        std::vector<State> answers;
        for (const State& state : family) {
            for (const State& answer : answers_of(state, level)) answers.push_back(answer);
        }
        return below_open_head(answers, group, member + 1);
    }
    for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
        edges.push_back(descend([&](const State& state) { return step(state, level, i); }));
    }
    std::vector<NodeId> all = edges;
    const std::size_t open = levels_.open_edge(level);
    all.push_back(descend([&](const State& state) { return step(state, level, open); }));
    edges.push_back(either(all));
    edges.push_back(descend([&](const State& state) { return step_tied(state, group, member); }));
    return forest_.node(level, edges);
}

}  // namespace scr::criteria
