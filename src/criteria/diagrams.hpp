#pragma once

#include <optional>
#include <span>
#include <vector>

#include "criteria/compiler.hpp"
#include "criteria/relevance.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// A record's edges, one a level.
using Symbols = std::vector<std::uint16_t>;

/// All diagrams of one criteria file. Those of the determinations are made at once, every other on
/// first need: one for each criterion, condition, deadline and entry of `impossible` (fails, holds
/// or open), and one for each fact and determination (does it matter?).
class Diagrams {
 public:
    explicit Diagrams(const Criteria&);

    const Levels& levels() const { return levels_; }
    const Forest& outcomes() const { return open_; }
    NodeId outcome_root(std::size_t determination) const { return roots_[determination]; }

    Symbols symbols(const Reading&) const;
    /// The outcomes still possible, one bit each; none for a contradictory record.
    Possible outcome(std::size_t determination, const Symbols& symbols) const {
        return open_.walk(roots_[determination], symbols);
    }
    /// Whether some answer to the fact alone, every other as in `symbols`, changes what is
    /// possible. Only ever true of a fact that matters, and quick: most that matter show it so. No
    /// promise is made of a fact that others may share their answer with. `symbols` is used on the
    /// way and left as it was.
    bool decides_alone(std::size_t determination, std::size_t fact, Symbols& symbols) const;
    bool matters(std::size_t determination, std::size_t fact, const Symbols& symbols) {
        return relevance_[determination].matters(levels_.level(fact), symbols);
    }

    Truth criterion(std::size_t index, const Symbols& symbols);
    Truth condition(std::size_t index, const Symbols& symbols);
    Truth deadline(std::size_t index, const Symbols& symbols);
    /// Of any test of the file; nothing is remembered.
    Truth test(const Test& test, const Symbols& symbols);
    /// Over all completions, consistent or not: they are what is in question.
    Truth impossible(std::size_t index, const Symbols& symbols);

    /// Over complete answers, for those who ask further.
    Compiler& compiler() { return compiler_; }
    /// The diagrams themselves, in outcomes(), for those who take them elsewhere.
    NodeId criterion_root(std::size_t index);
    NodeId impossible_root(std::size_t index);
    /// `sets` with `bit` added wherever the criterion holds; the empty set stays.
    NodeId join_criterion(NodeId sets, std::size_t criterion, Possible bit);
    /// Where nothing is ruled out: the diagram of one terminal.
    NodeId everywhere(Possible set) { return open_.terminal(set); }
    Relevance& relevance(std::size_t determination) { return relevance_[determination]; }

 private:
    using Made = std::vector<std::optional<NodeId>>;
    NodeId root(Made& made, std::size_t index, const Test& test, bool consistent);
    Truth truth(NodeId root, const Symbols& symbols) const;

    const Criteria& criteria_;
    Levels levels_;
    Compiler compiler_;
    Forest open_;
    Opener opener_;
    std::vector<NodeId> roots_;
    std::vector<Relevance> relevance_;
    Made criterion_made_;
    Made condition_made_;
    Made deadline_made_;
    Made impossible_made_;
};

}  // namespace scr::criteria
