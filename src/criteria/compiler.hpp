#pragma once

#include <functional>
#include <vector>

#include "criteria/diagram.hpp"
#include "criteria/levels.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// The edges of a node of each level in diagrams over complete answers.
std::vector<std::size_t> complete_edge_counts(const Levels&);

/// Turns tests into diagrams over complete answers: every fact answered, no open edges. The
/// criteria and the levels must outlive it.
class Compiler {
 public:
    Compiler(const Criteria&, const Levels&);

    /// Fails or holds, at every complete combination, consistent or not.
    NodeId test(const Test&);
    /// The outcome of a determination, one bit, at every complete combination.
    NodeId determination(std::size_t index) const { return determinations_[index]; }
    /// The same as it would be if each criterion's test were what `test_of` says.
    using TestOf = std::function<Test(const Criterion&)>;
    NodeId determination_with(std::size_t index, const TestOf& test_of);
    /// `diagram` with the empty set wherever an entry of `impossible` holds.
    NodeId consistent(NodeId diagram);

    Forest& forest() { return forest_; }
    const Forest& forest() const { return forest_; }

 private:
    NodeId fact_test(const Test&);
    NodeId outcome_test(const Test&);
    NodeId connect(const Test&);
    NodeId negate(NodeId);

    const Criteria& criteria_;
    const Levels& levels_;
    Forest forest_;
    std::vector<NodeId> conditions_;
    std::vector<bool> condition_known_;
    std::vector<NodeId> determinations_;
    NodeId impossible_;
};

/// Adds the *open* edge of every level to a diagram over complete answers, bottom up, as the union
/// of the others: what is possible when nobody knows. A combination that cannot be adds nothing to
/// a union, so `impossible` needs no care. Tied facts get their *tied* edge: the union over the
/// answers that both share.
class Opener {
 public:
    Opener(const Levels& levels, const Forest& complete, Forest& open)
        : levels_(levels), complete_(complete), open_(open) {}

    NodeId open(NodeId complete);

 private:
    NodeId open_group(NodeId complete, const Group&);
    NodeId open_member(NodeId complete, const Group&, std::size_t member);
    NodeId open_shared(const std::vector<NodeId>& family, const Group&, std::size_t member);
    NodeId unite(const std::vector<NodeId>& nodes, std::size_t count);

    const Levels& levels_;
    const Forest& complete_;
    Forest& open_;
    NodeTable memo_;
};

}  // namespace scr::criteria
