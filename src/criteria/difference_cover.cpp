#include "criteria/difference_cover.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace scr::criteria {
namespace {

/// Beyond so many levels the order of growing is no longer tried out.
constexpr std::size_t many_levels = 24;

Possible truth(bool holds) {
    return holds ? holds_bit : fails_bit;
}

Count times(Count a, Count b) {
    return b != 0 && a > uncounted / b ? uncounted : a * b;
}

Count plus(Count a, Count b) {
    return a > uncounted - b ? uncounted : a + b;
}

std::size_t width(const std::vector<bool>& edges) {
    return static_cast<std::size_t>(std::count(edges.begin(), edges.end(), true));
}

/// Counts below a node, each node once.
class Counter {
 public:
    Counter(const Forest& forest, const Box& box) : forest_(forest), box_(box) {}

    /// Over the levels from `from` on.
    Count count(NodeId id, std::size_t from) {
        Count factor = below(id);
        for (std::size_t level = from; level < std::min(forest_.level(id), box_.size()); ++level) {
            factor = times(factor, width(box_[level]));
        }
        return factor;
    }

 private:
    Count below(NodeId id) {
        if (Forest::is_terminal(id)) return forest_.possible(id) == holds_bit ? 1 : 0;
        const auto known = known_.find(id);
        if (known != known_.end()) return known->second;
        const std::size_t level = forest_.level(id);
        Count sum = 0;
        for (std::size_t edge = 0; edge < box_[level].size(); ++edge) {
            if (box_[level][edge])
                sum = plus(sum, count(forest_.child(id, level, edge), level + 1));
        }
        known_.emplace(id, sum);
        return sum;
    }

    const Forest& forest_;
    const Box& box_;
    std::unordered_map<NodeId, Count> known_;
};

std::vector<bool> in_both(std::vector<bool> edges, const std::vector<bool>& others) {
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        edges[edge] = edges[edge] && others[edge];
    }
    return edges;
}

/// Whether a combination of the box ends as `is_sought` says.
template <class IsSought>
bool reaches(const Forest& forest, const Box& box, NodeId set, const IsSought& is_sought) {
    std::vector<NodeId> waiting{set};
    std::unordered_set<NodeId> seen;
    while (!waiting.empty()) {
        const NodeId id = waiting.back();
        waiting.pop_back();
        if (Forest::is_terminal(id)) {
            if (is_sought(forest.possible(id))) return true;
            continue;
        }
        if (!seen.insert(id).second) continue;
        const std::size_t level = forest.level(id);
        for (std::size_t edge = 0; edge < box[level].size(); ++edge) {
            if (box[level][edge]) waiting.push_back(forest.child(id, level, edge));
        }
    }
    return false;
}

}  // namespace

Cover::Cover(Forest& forest, std::size_t levels)
    : forest_(forest), nothing_(forest.terminal(fails_bit)) {
    for (std::size_t level = 0; level < levels; ++level) {
        whole_.emplace_back(forest.edge_count(level), true);
    }
}

Count Cover::count(NodeId set, const Box& box) const {
    return Counter(forest_, box).count(set, 0);
}

NodeId Cover::diagram(const Box& box) {
    NodeId below = forest_.terminal(holds_bit);
    for (std::size_t level = box.size(); level-- > 0;) {
        std::vector<NodeId> edges;
        for (const bool admitted : box[level]) edges.push_back(admitted ? below : nothing_);
        below = forest_.node(level, edges);
    }
    return below;
}

NodeId Cover::both(NodeId a, NodeId b) {
    return forest_.apply(
        a, b, [](Possible x, Possible y) { return truth(x == holds_bit && y == holds_bit); });
}

NodeId Cover::either(NodeId a, NodeId b) {
    return forest_.apply(
        a, b, [](Possible x, Possible y) { return truth(x == holds_bit || y == holds_bit); });
}

NodeId Cover::without(NodeId a, NodeId b) {
    return forest_.apply(
        a, b, [](Possible x, Possible y) { return truth(x == holds_bit && y != holds_bit); });
}

bool Cover::lies_within(const Box& box, NodeId allowed) const {
    return !reaches(forest_, box, allowed, [](Possible end) { return end != holds_bit; });
}

bool Cover::meets(const Box& box, NodeId wanted) const {
    return reaches(forest_, box, wanted, [](Possible end) { return end == holds_bit; });
}

/// One path of the set, with every edge at the levels that it does not look at.
Box Cover::seed(NodeId set, Lean lean) const {
    Box box = whole_;
    Counter counter(forest_, whole_);
    while (!Forest::is_terminal(set)) {
        const std::size_t level = forest_.level(set);
        std::size_t chosen = box[level].size();
        Count most = 0;
        for (std::size_t edge = 0; edge < box[level].size(); ++edge) {
            const NodeId child = forest_.child(set, level, edge);
            if (child == nothing_) continue;
            const Count count = lean == Lean::largest ? counter.count(child, level + 1) : 1;
            const bool first = chosen == box[level].size();
            if (!first && lean != Lean::last && count <= most) continue;
            chosen = edge;
            most = count;
        }
        box[level].assign(box[level].size(), false);
        box[level][chosen] = true;
        set = forest_.child(set, level, chosen);
    }
    return box;
}

/// All edges that the level can have while the others stay: each by itself, since a box is within a
/// set when each of its slices is.
std::vector<bool> Cover::admitted(Box box, std::size_t level, NodeId allowed) const {
    std::vector<bool> edges = box[level];
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        if (edges[edge]) continue;
        box[level].assign(edges.size(), false);
        box[level][edge] = true;
        edges[edge] = lies_within(box, allowed);
    }
    return edges;
}

/// INVARIANT: what was grown stays prime, for later growth only narrows what a level can have.
Box Cover::grown(Box box, NodeId allowed, bool backwards) const {
    for (std::size_t i = 0; i < box.size(); ++i) {
        const std::size_t level = backwards ? box.size() - 1 - i : i;
        box[level] = admitted(box, level, allowed);
    }
    return box;
}

/// Each time the level that gains most, those first that then need not be asked at all.
Box Cover::grown_greedily(Box box, NodeId allowed) const {
    while (true) {
        std::size_t best = box.size();
        std::vector<bool> best_edges;
        double best_gain = 1;
        for (std::size_t level = 0; level < box.size(); ++level) {
            if (width(box[level]) == box[level].size()) continue;
            auto edges = admitted(box, level, allowed);
            double gain =
                static_cast<double>(width(edges)) / static_cast<double>(width(box[level]));
            if (gain > 1 && width(edges) == edges.size()) gain += 1000;
            if (gain <= best_gain) continue;
            best = level;
            best_gain = gain;
            best_edges = std::move(edges);
        }
        if (best == box.size()) return box;
        box[best] = std::move(best_edges);
    }
}

std::size_t Cover::restricted(const Box& box) const {
    std::size_t levels = 0;
    for (const auto& edges : box) levels += width(edges) < edges.size() ? 1U : 0U;
    return levels;
}

Box Cover::best_box(NodeId remaining, NodeId allowed) const {
    Box best;
    Count best_count = 0;
    const auto consider = [&](Box box) {
        const Count covered = count(remaining, box);
        if (!best.empty() && (covered < best_count ||
                              (covered == best_count && restricted(box) >= restricted(best)))) {
            return;
        }
        best = std::move(box);
        best_count = covered;
    };
    for (const Lean lean : {Lean::largest, Lean::first, Lean::last}) {
        const Box start = seed(remaining, lean);
        if (whole_.size() <= many_levels) consider(grown_greedily(start, allowed));
        consider(grown(start, allowed, false));
        consider(grown(start, allowed, true));
    }
    return best;
}

/// The edges at which a combination of `wanted` stands beside the rest of the box.
std::vector<bool> Cover::meeting(Box box, std::size_t level, NodeId wanted) const {
    std::vector<bool> edges(box[level].size());
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        box[level].assign(edges.size(), false);
        box[level][edge] = true;
        edges[edge] = meets(box, wanted);
    }
    return edges;
}

/// A prime box that names no edge which cannot stand with the rest of it. What is narrowed at one
/// level may make room at another, until nothing changes.
Box Cover::trimmed(Box box, NodeId wanted, NodeId allowed) const {
    if (wanted == allowed) return box;
    // INVARIANT: no combination of `wanted` is lost, so that an edge that met it once always does.
    for (std::size_t level = 0; level < box.size(); ++level) {
        if (box[level] == whole_[level]) continue;
        box[level] = in_both(box[level], meeting(box, level, wanted));
    }
    for (Box before; before != box;) {
        before = box;
        for (std::size_t level = 0; level < box.size(); ++level) {
            if (box[level] == whole_[level]) continue;
            auto edges = admitted(box, level, allowed);
            if (edges != whole_[level]) edges = in_both(edges, meeting(box, level, wanted));
            box[level] = std::move(edges);
        }
    }
    return box;
}

/// The largest first.
void Cover::put_in_order(std::vector<Box>& boxes, NodeId wanted) {
    std::stable_sort(boxes.begin(), boxes.end(), [&](const Box& a, const Box& b) {
        return count(wanted, a) > count(wanted, b);
    });
}

/// From the smallest on: a box whose share the others have together is left out.
void Cover::drop_needless(std::vector<Box>& boxes, NodeId wanted) {
    std::vector<NodeId> before{nothing_};  // before[i]: the union of the boxes ahead of i
    for (const Box& box : boxes) before.push_back(either(before.back(), diagram(box)));
    NodeId kept_after = nothing_;
    for (std::size_t i = boxes.size(); i-- > 0;) {
        const NodeId own = diagram(boxes[i]);
        const NodeId others = either(before[i], kept_after);
        if (without(both(own, wanted), others) == nothing_) {
            boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            kept_after = either(kept_after, own);
        }
    }
}

Cover::Result Cover::find(NodeId wanted, NodeId allowed, std::size_t limit) {
    Result result;
    NodeId remaining = wanted;
    while (remaining != nothing_ && result.boxes.size() < limit) {
        result.boxes.push_back(best_box(remaining, allowed));
        remaining = without(remaining, diagram(result.boxes.back()));
    }
    put_in_order(result.boxes, wanted);
    drop_needless(result.boxes, wanted);
    for (Box& box : result.boxes) {
        box = trimmed(std::move(box), wanted, allowed);
        if (remaining != nothing_) remaining = without(remaining, diagram(box));
    }
    result.uncovered = count(remaining);
    put_in_order(result.boxes, wanted);
    drop_needless(result.boxes, wanted);
    return result;
}

}  // namespace scr::criteria
