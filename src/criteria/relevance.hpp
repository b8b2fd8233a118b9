#pragma once

#include <optional>
#include <vector>

#include "criteria/diagram.hpp"
#include "criteria/levels.hpp"

namespace scr::criteria {

/// Answers "does this open fact matter?" of one determination: after some consistent answering of
/// some of the other open facts, some consistent answer to it changes what is possible.
///
/// For each fact a small diagram of its own, made on first need from the outcome diagram: an
/// answer's edge against the open edge, *or*-ed over every edge of the other open facts.
class Relevance {
 public:
    /// `outcomes` holds the diagram `root` with open edges; both must outlive this.
    Relevance(const Levels& levels, const Forest& outcomes, NodeId root);

    /// `symbols` are a record's edges by level, in which `level` is open.
    bool matters(std::size_t level, std::span<const std::uint16_t> symbols);

    /// The diagram itself, in forest(), for those who take it elsewhere: the terminal 1 where the
    /// fact of `level` matters.
    NodeId root(std::size_t level);
    const Forest& forest() const { return forest_; }

 private:
    /// Where an exploration stands: in one diagram as long as the fact in question was not met,
    /// then in two: with an answer to it, and with it left open. `*_shared` is the shared answer (a
    /// position in Group::shared) that its group's head was given on the way, where it was.
    struct State {
        NodeId answered = 0;
        std::optional<NodeId> open;
        std::optional<std::size_t> answered_shared;
        std::optional<std::size_t> open_shared;
    };

    NodeId explore(const State&);
    NodeId explore_level(const State&, std::size_t level);
    NodeId explore_group(const State&, const Group&);
    NodeId below_answered_head(const State&, const Group&, std::size_t member);
    NodeId below_open_head(const std::vector<State>& family, const Group&, std::size_t member);
    std::vector<State> answers_of_head(const State&, const Group&) const;
    std::vector<State> answers_of(const State&, std::size_t level) const;
    State step(const State&, std::size_t level, std::size_t edge) const;
    State step_tied(const State&, const Group&, std::size_t member) const;
    std::size_t top(const State&) const;
    NodeId either(const std::vector<NodeId>& diagrams);

    const Levels& levels_;
    const Forest& outcomes_;
    NodeId root_;
    Forest forest_;
    NodeId no_;
    NodeId yes_;
    std::size_t asked_ = 0;  ///< the level in question while a diagram is made
    NodeTable memo_;
    std::vector<std::optional<NodeId>> roots_;
};

/// Edges of the nodes of each level of a diagram with open edges.
std::vector<std::size_t> open_edge_counts(const Levels&);

}  // namespace scr::criteria
