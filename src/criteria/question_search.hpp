#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "criteria/remainder.hpp"

namespace scr::criteria {

/// Plays the questions out over what remains: each question, each answer, until the outcome stands.
/// Exact, by iterative deepening (Korf 1985), since the worst case of most questions is refuted
/// long before it is known. Ends with BudgetSpent when the remainder's budget is spent.
class QuestionSearch {
 public:
    /// A level that may be asked, and what remains after each answer that can be.
    struct Option {
        std::size_t level = 0;
        std::vector<NodeId> rest{};
    };

    explicit QuestionSearch(Remainder& remainder) : remainder_(remainder) {}

    /// The questions that settle it in the worst case.
    std::size_t worst(NodeId id);
    /// The questions that lead to the fewest in the worst case, in the order of the levels.
    std::vector<Option> best(NodeId id);
    /// The fewest expected after one of the options, each answer class equally likely. Nothing
    /// where it is surely more than `enough`.
    std::optional<double> expected(const Option&, double enough);

 private:
    static constexpr std::size_t nothing_known = std::numeric_limits<std::size_t>::max();
    struct Known {
        std::size_t at_least = 0;
        std::size_t at_most = nothing_known;
        std::optional<double> expected{};
        /// The most promising first. Where an answer is the only one possible, that alone.
        std::unique_ptr<const std::vector<Option>> options{};
    };

    bool within(NodeId id, std::size_t questions);
    bool within(const Option&, std::size_t questions);
    bool cannot_be_within(NodeId id, std::size_t questions);
    const std::vector<Option>& options(NodeId id);
    std::vector<Option> found_options(NodeId id);
    double expected(NodeId id);
    double least_expected(NodeId id);
    Known& known(NodeId id);

    Remainder& remainder_;
    std::vector<Known> known_;  ///< by node
};

}  // namespace scr::criteria
