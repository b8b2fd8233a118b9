#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// A question worth asking next.
struct Question {
    std::size_t determination = 0;  ///< the one that it helps to settle: the first that is open
    std::size_t fact = 0;
    std::size_t at_most = 0;  ///< questions that settle it in the worst case, this one included
    double expected = 0;      ///< the same on average, each answer class equally likely
    std::vector<std::size_t> classes{};  ///< of the fact's answers, those that still can be
};

/// Chooses what to ask: the fewest further questions in the worst case; among equals the fewest
/// expected; then the order of the file. Exact: the whole tree of answers is searched over the
/// diagram, on which equal remainders are one node. The screener must outlive it.
class Questions {
 public:
    explicit Questions(const Screener&);
    ~Questions();
    Questions(Questions&&) noexcept;

    /// `answers` has one entry a fact: given, `unknown` for what was asked and is not known, blank
    /// for what was not asked yet. No `if_blank` is applied: nobody was silent yet. Nothing when
    /// every determination is settled, or when only unknowns could settle what is open.
    std::optional<Question> next(const Answers& answers);

    /// The first fact of the file that was not asked and has more than one answer left, for
    /// somebody with a paper form; nothing when next() has nothing.
    std::optional<std::size_t> next_in_order(const Answers& answers);

    /// What is possible of each determination, with everything that was not answered open.
    std::vector<Finding> findings(const Answers& answers);

    /// The answers to the fact that some consistent completion gives.
    std::vector<std::int64_t> answers_left(const Answers& answers, std::size_t fact);

 private:
    class Search;
    std::unique_ptr<Search> search_;
};

}  // namespace scr::criteria
