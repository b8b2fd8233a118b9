#pragma once

#include <string>
#include <vector>

#include "scr/casework/screen.hpp"
#include "scr/criteria/explanation.hpp"

namespace scr::text {
class JsonWriter;
}

/// What a screening rests on: shown under its outcomes, of a case just screened and of a screening
/// that was recorded long ago alike.
namespace scr::cli {

class Output;

/// For people: the criteria that hold with their citations, what was taken from silence and whether
/// it decided, judgements and who stands behind answers, what is missing. With an explanation also
/// the tests as trees, and what makes no difference.
void print_basis(Output&, const casework::CaseScreening&, const criteria::Explanation*);

/// The same as members of a JSON object; the explanation is one of its own, `explanation`.
void write_basis(text::JsonWriter&, const casework::CaseScreening&);
void write_explanation_member(text::JsonWriter&, const casework::CaseScreening&,
                              const criteria::Explanation&);

/// The facts that were taken from silence in this screening, with what was made of each.
struct Silence {
    std::size_t fact = 0;
    std::string answer;    ///< `unknown` where it is the same unknown as another fact
    std::string same_as;   ///< the fact whose answer it took; blank: the file's `if_blank`
    bool decided = false;  ///< whether the result rests on it
};
std::vector<Silence> silences_of(const criteria::Criteria&, const criteria::Screening&);

}  // namespace scr::cli
