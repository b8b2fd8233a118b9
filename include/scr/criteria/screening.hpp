#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scr/criteria/answer.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/criteria/outcome_set.hpp"

namespace scr::criteria {

/// Whether something holds in every consistent completion of a record, in none, or in some.
enum class Truth { fails, holds, open };

/// What is still possible of one determination.
struct Finding {
    OutcomeSet possible;  ///< never empty
    bool determined() const { return possible.size() == 1; }
};

/// How blanks are read: see `--blank-as-unknown`.
enum class Blanks { take_default, as_unknown };

/// A record as the rules read it: defaults applied, every fact either answered or open.
struct Reading {
    Answers answers;                ///< given or unknown (that is: open); blank only where tied
    std::vector<std::size_t> tied;  ///< blank facts that are the same unknown as their partner
    std::vector<std::size_t>
        from_silence;  ///< blank facts that took a default or their partner's answer
    std::vector<std::size_t> from_unknown;  ///< written unknowns that took `if_unknown`
};

/// The result on one record.
struct Screening {
    /// Entries of `impossible` that no completion escapes; when not empty the record is refused and
    /// all else is empty.
    std::vector<std::size_t> contradictions;
    std::vector<Finding> findings;      ///< one a determination
    std::vector<std::size_t> criteria;  ///< criteria that hold in every consistent completion
    std::vector<std::size_t> missing;   ///< open facts that matter, in file order
    std::vector<std::size_t> assumed;   ///< facts taken from silence that matter, in file order
    Reading reading;

    bool contradictory() const { return !contradictions.empty(); }
};

/// Compiled criteria. Immutable after construction except for diagrams made on first need; use one
/// a thread. The criteria must outlive it.
class Screener {
 public:
    /// Throws Failure (refused) when the diagrams outgrow the documented limit.
    explicit Screener(const Criteria&);
    ~Screener();
    Screener(Screener&&) noexcept;

    const Criteria& criteria() const;

    /// One walk for each determination, exact with open facts. `answers` has one entry a fact, each
    /// given value within the fact's answers.
    Screening screen(const Answers& answers, Blanks blanks = Blanks::take_default) const;

    /// Whether the deadline's `when` holds on this record: it runs, may run, or does not.
    std::vector<Truth> deadlines(const Screening&) const;
    /// The truth of each named condition, for explanations.
    std::vector<Truth> conditions(const Screening&) const;

    /// Sizes for people who measure: nodes of the outcome diagram of each determination.
    std::vector<std::size_t> diagram_sizes() const;

    struct State;
    /// For this room's own explanations.
    State& state() const { return *state_; }

 private:
    std::unique_ptr<State> state_;
};

}  // namespace scr::criteria
