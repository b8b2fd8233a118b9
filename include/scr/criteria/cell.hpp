#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scr/criteria/answer.hpp"
#include "scr/criteria/answer_codes.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// What a cell says of a fact: an answer, or why it is none.
struct CellResult {
    Answer answer;
    std::string problem;  ///< blank when the answer stands; quotes the value only of a fact with
                          ///< listed answers
    std::string note;     ///< `answers are known, suspected, none, unknown`
    std::string help;     ///< ``did you mean `suspected`?``; may be blank
};

/// Reads a cell: spaces trimmed, letter case ignored; `yes/no`, `true/false`, `y/n`, `1/0` for a
/// yes_no fact; empty is blank; `unknown` is unknown. `--what-if`, `--fact`, CSV and NDJSON share
/// it.
CellResult read_cell(const Fact& fact, std::string_view cell);

/// What to do about a cell that is no answer, where CellResult has no better help. An interview
/// does without: its question stands beside it.
std::string how_to_answer(const Fact& fact);

/// Reads a cell that somebody else wrote: a code, a whole answer of ours (`yes`, `remand`, `17`),
/// `unknown`, or nothing. The short spellings of a yes_no fact are none: another's `1` may be a no.
CellResult read_coded_cell(const Fact& fact, const AnswerCodes& codes, std::string_view cell);

}  // namespace scr::criteria
