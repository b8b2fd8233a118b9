#pragma once

#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/record/review.hpp"

/// What a review was opened without: factors that are weighed before one of its kind.
namespace scr::casework {

/// What a case still lacks before a review of a kind.
struct Unweighed {
    std::string case_reference;
    std::vector<std::string> factors;  ///< as `scr review weigh` takes them
};

/// The cases of a review that lack something, open or closed, under the criteria by which each was
/// screened last.
std::vector<Unweighed> unweighed_of(Store&, CriteriaLibrary&, const record::Review&);

/// The command that weighs the first of the factors.
std::string weigh_command(const Unweighed&);

}  // namespace scr::casework
