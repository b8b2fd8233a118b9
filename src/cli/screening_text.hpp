#pragma once

#include <string>
#include <vector>

#include "scr/casework/clocks.hpp"
#include "scr/casework/looking_back.hpp"
#include "scr/casework/screen.hpp"
#include "scr/criteria/explanation.hpp"

/// How the screening of one stored case is shown.
namespace scr::cli {

class Output;

/// A screening with the clocks that run for its case.
struct ShownScreening {
    const casework::CaseScreening& screening;
    const std::vector<casework::Clock>& clocks;
    const criteria::Explanation* explanation = nullptr;  ///< where one was asked for
    bool trial = false;  ///< the criteria are not adopted, so it is not stored
    /// Where it is no screening of the case as it stands.
    const casework::LookingBack* looking_back = nullptr;
    int newest_facts = 0;  ///< the number of the newest version, for `looking_back`
};

/// For people: the outcomes, the criteria that hold with their citations, what was taken from
/// silence and whether it decided, judgements and who stands behind answers, what is missing and
/// what remains possible, who must act by when, and that this is evidence.
void print_screening(Output&, const ShownScreening&);

/// The same as one JSON object, with the keys of the NDJSON of files.
std::string screening_json(const ShownScreening&);

/// What an answer says, for people: `yes`, `17`, `unknown`.
std::string answer_in_words(const criteria::Fact&, const criteria::Answer&);

}  // namespace scr::cli
