#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scr/criteria/screening.hpp"

/// Why a screening came out as it did, and what would settle one that is open. Everything here is
/// exact: it is read from the same diagrams as the result.
namespace scr::criteria {

/// A part of a criterion's test, as it stands on one record.
struct ReasonPart {
    enum class Kind { condition, fact, negation, conjunction, disjunction, constant };

    Kind kind = Kind::constant;
    Truth truth = Truth::open;
    std::size_t index = 0;  ///< of the condition or the fact
    std::string test;       ///< as the file writes it: `age < 18`, `setting in (custody, remand)`
    std::vector<ReasonPart> parts;
};

/// Answers next to one another, both ends inclusive: values of an Answer.
struct AnswerRange {
    std::int64_t first = 0;
    std::int64_t last = 0;

    bool operator==(const AnswerRange&) const = default;
};

/// A question to answer on the way to an outcome, with the answers that all lead there, whichever
/// of the answers of the other steps are given.
struct Step {
    std::size_t fact = 0;
    std::int64_t answer = 0;          ///< one of the answers, an Answer::value
    std::vector<AnswerRange> values;  ///< all of them, ascending, never touching
    std::string answers;              ///< the same: `yes`, `custody or remand`, `0 to 17`
};

/// A shortest way from an open record to an outcome: as few further answers as any.
struct Way {
    std::size_t outcome = 0;
    std::vector<Step> steps;  ///< in file order
};

struct DeterminationReason {
    /// The smallest set of the record's answers that already forces the outcome, whatever the
    /// others were (a sufficient reason: Shih, Choi & Darwiche 2018), in file order; among sets of
    /// one size the one with the fewest answers from silence, then the first. Empty while
    /// undetermined, and where the outcome follows from no answer at all.
    std::vector<std::size_t> forcing;
    /// While undetermined: one for each outcome that is still possible, strongest first.
    std::vector<Way> ways;
};

struct Explanation {
    std::vector<DeterminationReason> determinations;
    std::vector<ReasonPart> criteria;  ///< the tests of Screening::criteria, in that order
    /// Answers that somebody gave, in none of the forcing sets, of which another that fits the
    /// rest, or none, would change nothing that is possible: each taken alone.
    std::vector<std::size_t> irrelevant;
};

/// Explains what `screener` made of a record. The screening must not be contradictory.
Explanation explain(const Screener& screener, const Screening& screening);

/// By determination: its DeterminationReason::forcing.
using ForcingSets = std::vector<std::vector<std::size_t>>;

/// What `explain` says of it, without the rest. Valid until the screener is asked again.
const ForcingSets& forcing_answers(const Screener&, const Screening&);

/// A test as the file writes it.
std::string test_text(const Criteria&, const Test&);

}  // namespace scr::criteria
