#pragma once

#include <vector>

#include "criteria/diagram.hpp"
#include "scr/criteria/difference.hpp"

namespace scr::criteria {

/// The edges that a product admits, by level. At least one each.
using Box = std::vector<std::vector<bool>>;

/// Finds few products that cover a set of combinations. Sets are diagrams that end in *fails* or
/// *holds*; the forest must outlive this.
class Cover {
 public:
    /// `levels`: those of the forest.
    Cover(Forest& forest, std::size_t levels);

    struct Result {
        std::vector<Box> boxes;
        Count uncovered = 0;  ///< combinations in no box: only where the limit was reached
    };
    /// Products within `allowed` that together reach all of `wanted`, which lies in `allowed`. At a
    /// level that it restricts, each admits just the edges that stay within `allowed` and meet
    /// `wanted` beside the rest of it; where all edges stay within `allowed`, it does not restrict
    /// the level. None can be left out. A heuristic: the number is small, not proved the smallest.
    Result find(NodeId wanted, NodeId allowed, std::size_t limit);

    /// The combinations of a set, all or those within a box. `uncounted` past counting.
    Count count(NodeId set) const { return count(set, whole_); }
    Count count(NodeId set, const Box&) const;

    /// The set of the combinations of a box.
    NodeId diagram(const Box&);
    NodeId both(NodeId a, NodeId b);
    NodeId either(NodeId a, NodeId b);
    NodeId without(NodeId a, NodeId b);

    const Box& whole() const { return whole_; }

 private:
    enum class Lean { first, last, largest };

    bool lies_within(const Box&, NodeId allowed) const;
    bool meets(const Box&, NodeId wanted) const;
    Box seed(NodeId set, Lean) const;
    std::vector<bool> admitted(Box, std::size_t level, NodeId allowed) const;
    Box grown(Box, NodeId allowed, bool backwards) const;
    Box grown_greedily(Box, NodeId allowed) const;
    Box best_box(NodeId remaining, NodeId allowed) const;
    std::vector<bool> meeting(Box, std::size_t level, NodeId wanted) const;
    Box trimmed(Box, NodeId wanted, NodeId allowed) const;
    void put_in_order(std::vector<Box>&, NodeId wanted);
    void drop_needless(std::vector<Box>&, NodeId wanted);
    std::size_t restricted(const Box&) const;

    Forest& forest_;
    Box whole_;
    NodeId nothing_;
};

}  // namespace scr::criteria
