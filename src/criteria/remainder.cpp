#include "criteria/remainder.hpp"

#include <algorithm>
#include <bit>

namespace scr::criteria {
namespace {

/// The bit of all levels that have none of their own.
constexpr std::uint64_t beyond = std::uint64_t{1} << 63;

/// A diagram over complete answers again, without the levels that are taken.
class Copy {
 public:
    Copy(const Levels& levels, const Forest& from, const Taken& taken, Forest& to)
        : levels_(levels), from_(from), taken_(taken), to_(to) {}

    NodeId of(NodeId id) {
        if (Forest::is_terminal(id)) return to_.terminal(from_.possible(id));
        if (const NodeId* const known = copies_.find(id)) return *known;
        const NodeId copy = made(id);
        copies_.add(id, copy);
        return copy;
    }

    std::size_t steps() const { return steps_; }

 private:
    NodeId made(NodeId id) {
        const std::size_t level = from_.level(id);
        ++steps_;
        if (taken_[level]) return of(from_.child(id, level, *taken_[level]));
        std::vector<NodeId> edges;
        for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
            edges.push_back(of(from_.child(id, level, i)));
        }
        steps_ += edges.size();
        return to_.node(level, edges);
    }

    const Levels& levels_;
    const Forest& from_;
    const Taken& taken_;
    Forest& to_;
    NodeTable copies_;
    std::size_t steps_ = 0;
};

}  // namespace

Remainder::Remainder(const Diagrams& diagrams, std::size_t determination, const Taken& taken)
    : levels_(diagrams.levels()), forest_(complete_edge_counts(levels_)) {
    Copy copy(levels_, diagrams.outcomes(), taken, forest_);
    root_ = copy.of(diagrams.outcome_root(determination));
    steps_ = copy.steps();
}

std::vector<std::size_t> Remainder::levels_below(NodeId id) {
    visits_.resize(forest_.node_count());
    ++visit_;
    std::vector<bool> met(levels_.count());
    std::vector<NodeId> waiting{id};
    while (!waiting.empty()) {
        const NodeId next = waiting.back();
        waiting.pop_back();
        if (Forest::is_terminal(next) || visits_[next] == visit_) continue;
        visits_[next] = visit_;
        met[forest_.level(next)] = true;
        const auto edges = forest_.edges(next);
        spend(edges.size());
        waiting.insert(waiting.end(), edges.begin(), edges.end());
    }
    std::vector<std::size_t> levels;
    for (std::size_t level = 0; level < met.size(); ++level) {
        if (met[level]) levels.push_back(level);
    }
    return levels;
}

void Remainder::begin_search(std::size_t budget) {
    last_step_ = steps_ + budget;
    bits_.assign(levels_.count(), 0);
    std::uint64_t bit = 1;
    for (const std::size_t level : levels_below(root_)) {
        bits_[level] = bit;
        if (bit != beyond) bit <<= 1;
    }
    // A node is made after those below it.
    for (NodeId id = 0; id < forest_.node_count(); ++id) summarise(id);
}

NodeId Remainder::after(NodeId id, std::size_t level, std::size_t answer_class) {
    const std::size_t own = forest_.level(id);
    spend(1);
    if (own > level) return id;
    if (own == level) return forest_.edges(id)[answer_class];
    const std::uint64_t key = std::uint64_t{id} << 32 | level << 16 | answer_class;
    if (const NodeId* const known = known_.find(key)) return *known;
    // Making nodes moves the edges of those that there are.
    std::vector<NodeId> edges(forest_.edges(id).begin(), forest_.edges(id).end());
    for (NodeId& edge : edges) edge = after(edge, level, answer_class);
    const NodeId result = forest_.node(own, edges);
    if (!Forest::is_terminal(result) && result == summaries_.size()) summarise(result);
    known_.add(key, result);
    return result;
}

bool Remainder::is_final(NodeId id) const {
    return Forest::is_terminal(id) || std::popcount(summaries_[id].outcomes) < 2;
}

void Remainder::summarise(NodeId id) {
    const auto edges = forest_.edges(id);
    spend(edges.size());
    Summary found{0, bits_[forest_.level(id)]};
    for (const NodeId edge : edges) {
        const auto below = summary(edge);
        found.outcomes |= below.outcomes;
        found.looks |= below.looks;
    }
    summaries_.push_back(found);
}

std::size_t Remainder::at_most(NodeId id) const {
    if (is_final(id)) return 0;
    const auto looks = summaries_[id].looks;
    return (looks & beyond) != 0 ? levels_.count() : static_cast<std::size_t>(std::popcount(looks));
}

}  // namespace scr::criteria
