// Which of several diagrams add nothing to the others.

#include <algorithm>
#include <set>
#include <utility>

#include "criteria/findings_parts.hpp"

namespace scr::criteria {
namespace {

/// Whether wherever one diagram holds, one of others does: a walk down all of them at once that
/// makes no nodes and stops at the first place where it is not so.
class Cover {
 public:
    explicit Cover(const Forest& forest) : forest_(forest) {}

    bool covered(NodeId holds, std::vector<NodeId> others) {
        if (Forest::is_terminal(holds) && forest_.possible(holds) != holds_bit) return true;
        const auto holds_everywhere = [this](NodeId id) {
            return Forest::is_terminal(id) && forest_.possible(id) == holds_bit;
        };
        if (std::any_of(others.begin(), others.end(), holds_everywhere)) return true;
        std::erase_if(others, [](NodeId id) { return Forest::is_terminal(id); });
        if (others.empty()) return false;
        std::sort(others.begin(), others.end());
        others.erase(std::unique(others.begin(), others.end()), others.end());
        if (std::binary_search(others.begin(), others.end(), holds)) return true;

        std::vector<NodeId> place = others;
        place.push_back(holds);
        if (!seen_.insert(place).second) return true;
        return covered_below(holds, others);
    }

 private:
    bool covered_below(NodeId holds, const std::vector<NodeId>& others) {
        std::size_t top = forest_.level(holds);
        for (const NodeId other : others) top = std::min(top, forest_.level(other));
        for (std::size_t edge = 0; edge < forest_.edge_count(top); ++edge) {
            std::vector<NodeId> below;
            for (const NodeId other : others) below.push_back(forest_.child(other, top, edge));
            if (!covered(forest_.child(holds, top, edge), std::move(below))) return false;
        }
        return true;
    }

    const Forest& forest_;
    std::set<std::vector<NodeId>> seen_;
};

bool is_covered(const Forest& forest, NodeId holds, std::vector<NodeId> others) {
    return Cover(forest).covered(holds, std::move(others));
}

/// Holds where either does; elsewhere they agree.
NodeId either(Forest& forest, NodeId a, NodeId b) {
    return forest.apply(a, b, [](Possible x, Possible y) {
        return x == holds_bit || y == holds_bit ? holds_bit : x | y;
    });
}

class Selection {
 public:
    Selection(Forest& forest, std::vector<Candidate> candidates)
        : forest_(forest), candidates_(std::move(candidates)), kept_(candidates_.size(), true) {
        // Combinations that cannot be count as failing, so that a diagram without any place where
        // it holds is a terminal.
        for (Candidate& candidate : candidates_)
            candidate.holds = either(forest_, candidate.holds, forest_.terminal(fails_bit));
    }

    std::vector<Covered> run() {
        leave_out_pairs();
        leave_out_jointly();
        name_pairs();
        std::sort(covered_.begin(), covered_.end(),
                  [](const Covered& a, const Covered& b) { return a.candidate < b.candidate; });
        return std::move(covered_);
    }

 private:
    /// Whether `other` alone makes `item` needless. Of two that are the same the first stays.
    bool covers(std::size_t other, std::size_t item) const {
        const Candidate& a = candidates_[item];
        const Candidate& b = candidates_[other];
        if (other == item || b.rank > a.rank) return false;
        if (a.holds == b.holds) return b.rank < a.rank || other < item;
        return is_covered(forest_, a.holds, {b.holds});
    }

    void leave_out_pairs() {
        for (std::size_t item = 0; item < candidates_.size(); ++item) {
            for (std::size_t other = 0; other < candidates_.size() && kept_[item]; ++other)
                kept_[item] = !covers(other, item);
        }
    }

    /// Now that it is known which stay, each is said to be covered by one of those.
    void name_pairs() {
        for (std::size_t item = 0; item < candidates_.size(); ++item) {
            if (kept_[item] || named_jointly(item)) continue;
            const auto by = coverer(item);
            covered_.push_back(by ? Covered{item, {*by}} : Covered{item, coverers(item)});
        }
    }

    bool named_jointly(std::size_t item) const {
        return std::any_of(covered_.begin(), covered_.end(),
                           [item](const Covered& c) { return c.candidate == item; });
    }

    /// The strongest one that stays and covers `item` alone.
    std::optional<std::size_t> coverer(std::size_t item) const {
        std::optional<std::size_t> best;
        for (std::size_t other = 0; other < candidates_.size(); ++other) {
            if (!kept_[other] || !covers(other, item)) continue;
            if (!best || candidates_[other].rank < candidates_[*best].rank) best = other;
        }
        return best;
    }

    /// From the last to the first, each against a union of those before it and one of those after
    /// it that stay.
    void leave_out_jointly() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (kept_[i]) order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return candidates_[a].rank < candidates_[b].rank;
        });
        std::vector<NodeId> before{forest_.terminal(fails_bit)};
        for (const std::size_t item : order)
            before.push_back(either(forest_, before.back(), candidates_[item].holds));
        NodeId after = forest_.terminal(fails_bit);
        for (std::size_t at = order.size(); at-- > 0;) {
            const std::size_t item = order[at];
            const bool same_rank =
                at + 1 < order.size() && candidates_[order[at + 1]].rank == candidates_[item].rank;
            if (!same_rank) after = forest_.terminal(fails_bit);
            if (is_covered(forest_, candidates_[item].holds, {before[at], after}))
                jointly_.push_back(item);
            else
                after = either(forest_, after, candidates_[item].holds);
        }
        for (const std::size_t item : jointly_) kept_[item] = false;
        for (const std::size_t item : jointly_) covered_.push_back({item, coverers(item)});
    }

    /// Some of those that stay and cover `item` together, none of which could be spared.
    std::vector<std::size_t> coverers(std::size_t item) {
        const NodeId holds = candidates_[item].holds;
        const NodeId nowhere = forest_.terminal(fails_bit);
        std::vector<std::size_t> others;
        std::vector<NodeId> parts;  // of each, where `item` holds too: far smaller than the whole
        std::vector<NodeId> before{nowhere};
        for (std::size_t other = 0; other < candidates_.size(); ++other) {
            if (!kept_[other] || candidates_[other].rank > candidates_[item].rank) continue;
            const NodeId part = jointly(forest_, holds, candidates_[other].holds);
            if (part == nowhere) continue;
            others.push_back(other);
            parts.push_back(part);
            before.push_back(either(forest_, before.back(), part));
        }
        std::vector<std::size_t> by;
        NodeId after = nowhere;
        for (std::size_t at = others.size(); at-- > 0;) {
            if (is_covered(forest_, holds, {before[at], after})) continue;
            by.insert(by.begin(), others[at]);
            after = either(forest_, after, parts[at]);
        }
        return by;
    }

    Forest& forest_;
    std::vector<Candidate> candidates_;
    std::vector<bool> kept_;
    std::vector<std::size_t> jointly_;
    std::vector<Covered> covered_;
};

}  // namespace

NodeId jointly(Forest& forest, NodeId a, NodeId b) {
    return forest.apply(a, b, [](Possible x, Possible y) {
        return x == holds_bit && y == holds_bit ? holds_bit : fails_bit;
    });
}

std::vector<std::size_t> covering(Forest& forest, NodeId holds,
                                  const std::vector<NodeId>& candidates) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (is_covered(forest, holds, {candidates[i]})) return {i};
    }
    const NodeId nowhere = forest.terminal(fails_bit);
    std::vector<NodeId> before{nowhere};
    for (const NodeId candidate : candidates)
        before.push_back(either(forest, before.back(), jointly(forest, holds, candidate)));
    std::vector<std::size_t> by;
    if (!is_covered(forest, holds, {before.back()})) return by;
    NodeId after = nowhere;
    for (std::size_t at = candidates.size(); at-- > 0;) {
        if (is_covered(forest, holds, {before[at], after})) continue;
        by.insert(by.begin(), at);
        after = either(forest, after, jointly(forest, holds, candidates[at]));
    }
    return by;
}

std::vector<Covered> find_covered(Forest& forest, const std::vector<Candidate>& candidates) {
    return Selection(forest, candidates).run();
}

}  // namespace scr::criteria
