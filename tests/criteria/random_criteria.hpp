#pragma once

#include <random>
#include <string>

#include "scr/criteria/answer.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::criteria::oracle {

/// A small criteria file with two to five facts of all types, blanks and unknowns ruled in every
/// way, conditions, impossible entries, two determinations and a few criteria.
std::string random_criteria_text(std::mt19937& random);

/// The same with two claims about its facts and outcomes, which may hold or not.
std::string random_claims_text(std::mt19937& random);

/// A record in which about half of the facts are blank or unknown; integers are taken from 0 to 4.
Answers random_answers(const Criteria&, std::mt19937& random);

}  // namespace scr::criteria::oracle
