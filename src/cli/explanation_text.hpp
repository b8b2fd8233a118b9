#pragma once

#include <string>
#include <vector>

#include "scr/criteria/explanation.hpp"

namespace scr::text {
class JsonWriter;
}

/// How an explanation is shown.
namespace scr::cli {

class Output;

/// What forces an outcome, or the ways to each that is still possible.
std::vector<std::string> reason_in_words(const criteria::Criteria&, const criteria::Screening&,
                                         std::size_t determination,
                                         const criteria::DeterminationReason&);
/// The same, under the outcome.
void print_reason(Output&, const criteria::Criteria&, const criteria::Screening&,
                  std::size_t determination, const criteria::DeterminationReason&);
/// The test of a criterion as a tree: under the criterion.
void print_tree(Output&, const criteria::Criteria&, const criteria::Screening&,
                const criteria::ReasonPart&);
/// The answers that make no difference, as a section.
void print_irrelevant(Output&, const criteria::Criteria&, const criteria::Explanation&);

/// All of it as the members of a JSON object.
void write_explanation(text::JsonWriter&, const criteria::Criteria&, const criteria::Screening&,
                       const criteria::Explanation&);

}  // namespace scr::cli
