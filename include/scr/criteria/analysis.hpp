#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/criteria/criteria.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// An example whose expectation is not met.
struct ExampleFailure {
    std::size_t example = 0;
    /// What was expected and what came, in the file's ids; for a contradictory example the texts.
    std::string problem;
};

std::vector<ExampleFailure> run_examples(const Criteria&, const Screener&);

/// A claim that some complete, consistent combination of answers refutes.
struct ClaimFailure {
    std::size_t claim = 0;
    /// The counter-example of fewest answers: `age = 17, died = yes, setting = remand`. It refutes
    /// the claim whatever the answers to the other facts are.
    std::string counter_example;
    /// What the criteria say of it: `review = scr_consider`.
    std::string outcomes;
};

/// Proves every claim over all complete, consistent combinations of answers, by diagrams; no
/// sampling. Throws Failure (refused) beyond the documented size limit.
std::vector<ClaimFailure> check_claims(const Criteria&);

}  // namespace scr::criteria
