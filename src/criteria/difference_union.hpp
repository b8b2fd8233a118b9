#pragma once

#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// Two files made into one, so that one compiler puts both into one forest over the same levels:
/// the facts of either, then the conditions, entries of `impossible`, determinations and criteria
/// of the first, then those of the second. Its determinations may repeat an id.
struct UnitedCriteria {
    Criteria criteria;
    std::size_t second_conditions = 0;  ///< position of the second file's first condition
    std::size_t second_impossible = 0;
    std::size_t second_determinations = 0;
};

/// Facts are united by name, over the answers that both know; a fact that only one file has is one
/// that the other does not look at. What silence means is left out: it is about complete answers.
UnitedCriteria unite(const Criteria& first, const Criteria& second);

}  // namespace scr::criteria
