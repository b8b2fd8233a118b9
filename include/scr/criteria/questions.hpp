#pragma once

#include <optional>
#include <vector>

#include "scr/criteria/screening.hpp"

namespace scr::criteria {

class Diagrams;
class Remainder;

/// A question worth asking next.
struct Question {
    std::size_t determination = 0;  ///< the one that it helps to settle: the first that is open
    std::size_t fact = 0;
    /// Questions that settle it in the worst case, this one included; nothing beyond the budget.
    std::optional<std::size_t> at_most{};
    /// The same on average, each answer class equally likely.
    std::optional<double> expected{};
    std::vector<std::size_t> classes{};  ///< of the fact's answers, those that still can be
};

/// Chooses what to ask: the fewest further questions in the worst case; among equals the fewest
/// expected; then the order of the file. Exact, as long as a budget of steps suffices: the tree of
/// answers is searched over the diagram, on which equal remainders are one node. Where the budget
/// ends, the answers to the question that is chosen leave the least doubt about the outcome on
/// average: among all that may be asked, or among those that are best in the worst case where these
/// were found. Steps are counted anew for each question, so that the same answers always get the
/// same one. The screener must outlive it.
class Questions {
 public:
    /// Steps of the search for one question: see scr-criteria(5).
    static constexpr std::size_t usual_budget = 3'000'000;

    explicit Questions(const Screener&, std::size_t budget = usual_budget);

    /// `answers` has one entry a fact: given, `unknown` for what was asked and is not known, blank
    /// for what was not asked yet. No `if_blank` is applied: nobody was silent yet. Nothing when
    /// every determination is settled, or when only unknowns could settle what is open.
    std::optional<Question> next(const Answers& answers);

    /// The first fact of the file that was not asked and has more than one answer left, for
    /// somebody with a paper form; nothing when next() has nothing. Nothing is searched.
    std::optional<std::size_t> next_in_order(const Answers& answers);

    /// What is possible of each determination, with everything that was not answered open.
    std::vector<Finding> findings(const Answers& answers) const;

    /// The answers to the fact that some consistent completion gives.
    std::vector<std::int64_t> answers_left(const Answers& answers, std::size_t fact) const;

    /// Of the last next() or next_in_order(): the edges that were looked at and made. Beyond the
    /// budget come only those of the diagram itself, once or twice.
    std::size_t steps() const { return steps_; }

 private:
    std::vector<std::optional<std::size_t>> taken(const Answers&) const;
    std::vector<std::uint16_t> symbols(const Answers&) const;
    std::vector<std::size_t> classes_left(const Answers&, std::size_t fact) const;
    std::vector<std::size_t> askable(const Answers&, Remainder&) const;
    Question chosen(Remainder&, const std::vector<std::size_t>& facts) const;
    bool is_open(const Answers&);

    const Criteria& criteria_;
    const Diagrams& diagrams_;
    std::size_t budget_;
    std::size_t steps_ = 0;
};

}  // namespace scr::criteria
