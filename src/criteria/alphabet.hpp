#pragma once

#include <cstdint>
#include <vector>

#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// The answers of one fact, sorted into the classes that no comparison of the file tells apart.
class AnswerClasses {
 public:
    /// `comparisons` are the tests (of kind fact) in which this fact takes part.
    AnswerClasses(const Fact& fact, const std::vector<const Test*>& comparisons);

    std::size_t count() const { return representatives_.size(); }
    /// The class of a given answer, which lies within the fact's answers.
    std::size_t class_of(std::int64_t value) const;
    /// The smallest answer of a class.
    std::int64_t representative(std::size_t answer_class) const {
        return representatives_[answer_class];
    }
    /// First answers of the stretches over which the class does not change, ascending.
    const std::vector<std::int64_t>& starts() const { return starts_; }

 private:
    std::vector<std::int64_t> starts_;
    std::vector<std::size_t> class_of_start_;
    std::vector<std::int64_t> representatives_;
};

/// Whether a test of kind fact accepts this answer.
bool accepts(const Test& test, std::int64_t value);

/// The tests that screening a record may look at. Claims are not among them: they would only make
/// the answers finer than any outcome needs.
std::vector<const Test*> screening_tests(const Criteria&);

/// The classes of every fact under the given tests. Conditions are entered where they are named.
std::vector<AnswerClasses> answer_classes(const Criteria&, const std::vector<const Test*>& tests);

}  // namespace scr::criteria
