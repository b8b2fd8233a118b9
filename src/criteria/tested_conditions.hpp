#pragma once

#include <optional>
#include <set>
#include <vector>

#include "criteria/levels.hpp"
#include "scr/criteria/coverage.hpp"

namespace scr::criteria {

/// The conditions that the outcomes of a file turn on, in its order: each named condition, then the
/// comparisons in it, then those that stand in criteria alone. The criteria and the levels must
/// outlive it.
class TestedConditions {
 public:
    TestedConditions(const Criteria&, const Levels&);

    std::size_t count() const { return entries_.size(); }
    const TestedCondition& operator[](std::size_t index) const { return entries_[index].said; }
    /// What holds where the condition holds.
    const Test& test(std::size_t index) const { return entries_[index].test; }
    bool is_comparison(std::size_t index) const { return !entries_[index].condition; }

    /// Whether `test` looks at the condition, through the conditions that it names.
    bool turns_on(const Test& test, std::size_t index) const;
    /// `test` with the condition turned wherever it stands and all else as it is.
    Test turned(const Test& test, std::size_t index) const;

    /// How many comparisons of a fact tell two answers apart.
    std::size_t told_apart(std::size_t fact, std::int64_t a, std::int64_t b) const;
    /// The comparison that a test of kind fact is, and whether it is its opposite.
    struct Found {
        std::size_t entry = 0;
        bool opposite = false;
    };
    std::optional<Found> comparison_of(const Test& test) const;

 private:
    struct Entry {
        TestedCondition said;
        Test test;
        std::optional<std::size_t> condition;  ///< a named one that is more than a comparison
        std::vector<bool> accepted;            ///< a comparison: by class of its fact's answers
    };

    void add_condition(std::size_t condition, bool with_comparisons);
    void add_comparisons(const Test& test, const std::string& name);
    bool is_turned(const Test& test, std::size_t index) const;
    std::vector<bool> accepted_by(const Test& test) const;

    const Criteria& criteria_;
    const Levels& levels_;
    std::vector<Entry> entries_;
};

}  // namespace scr::criteria
