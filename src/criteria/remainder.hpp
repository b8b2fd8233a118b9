#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "criteria/diagrams.hpp"

namespace scr::criteria {

/// The work that a search may do is spent: for the one who searches, no failure of the program.
struct BudgetSpent {};

/// The edge that is taken at each level; nothing where the question may still be put.
using Taken = std::vector<std::optional<std::size_t>>;

/// What remains open of one determination, answer by answer, as nodes of a forest of its own, on
/// which equal remainders are one node. What nobody knows stays open in it; what may still be asked
/// has an edge for each answer and no other. All work is counted in steps, and the same answers
/// always take the same steps, whatever was asked before.
class Remainder {
 public:
    /// Takes as many steps as the determination's diagram has edges. The diagrams must outlive it.
    Remainder(const Diagrams&, std::size_t determination, const Taken&);

    /// Before another question.
    NodeId root() const { return root_; }
    const Levels& levels() const { return levels_; }
    const Forest& forest() const { return forest_; }
    /// The levels that `id` looks at, in their order.
    std::vector<std::size_t> levels_below(NodeId id);

    /// From here on `budget` steps more may be taken, and what follows may be called.
    void begin_search(std::size_t budget);
    std::size_t steps() const { return steps_; }
    /// Counts steps of the one who searches. Throws BudgetSpent.
    void spend(std::size_t steps) {
        steps_ += steps;
        if (steps_ > last_step_) throw BudgetSpent{};
    }

    /// What remains of `id` once the level is answered. Throws BudgetSpent.
    NodeId after(NodeId id, std::size_t level, std::size_t answer_class);
    /// One outcome stands, or none of the answers that are left makes a difference.
    bool is_final(NodeId id) const;
    /// No record that is consistent.
    bool is_impossible(NodeId id) const { return summary(id).outcomes == 0; }
    /// No more questions settle it, whatever their order: those of the levels it looks at.
    std::size_t at_most(NodeId id) const;

 private:
    struct Summary {
        Possible outcomes = 0;    ///< of all completions together
        std::uint64_t looks = 0;  ///< at the levels of these bits
    };

    Summary summary(NodeId id) const {
        return Forest::is_terminal(id) ? Summary{forest_.possible(id), 0} : summaries_[id];
    }
    void summarise(NodeId id);

    const Levels& levels_;
    Forest forest_;
    NodeId root_ = 0;
    std::vector<std::uint64_t> bits_;    ///< by level; the last for all beyond the first 63
    std::vector<Summary> summaries_;     ///< by node
    std::vector<std::uint32_t> visits_;  ///< by node: the last call of levels_below that met it
    std::uint32_t visit_ = 0;
    NodeTable known_;  ///< by node, level and class: what `after` found
    std::size_t steps_ = 0;
    std::size_t last_step_ = SIZE_MAX;
};

}  // namespace scr::criteria
