#pragma once

#include <string>
#include <vector>

#include "cli/listing.hpp"
#include "scr/casework/criteria_choice.hpp"
#include "scr/casework/incoming.hpp"
#include "scr/casework/store.hpp"
#include "scr/failure.hpp"
#include "scr/publication/leak_check.hpp"
#include "scr/record/lifecycle.hpp"

/// What the commands of casework share: reading what people wrote, saying why not.
namespace scr::cli {

class Context;
struct Writing;

/// The record, for a command that changes what is there already: unlike the first `notify` it does
/// not make a store: where there is none, it works on an empty one in memory. Throws Failure
/// (usage) when the result could not be printed in the format asked for, which is too late to find
/// out after the change.
casework::Store& existing_store(Context&, const Writing&);

/// A text that somebody wrote, from a file or standard input (`-`); without outer blanks. Throws
/// Failure (refused) for what is not UTF-8 or larger than a megabyte.
std::string read_free_text(const std::string& file);

/// Says why a step is not allowed now; returns the exit status.
int refuse(Context&, const std::vector<record::Refusal>&);

/// Why a case was not screened, with the case at the head of the sentence.
Failure not_screened(const std::string& case_reference, const casework::ChoiceRefusal&);
Failure not_screened(const std::string& case_reference, const casework::RejectedRecord&);

/// Says what a text would give away and that `consequence`; returns the exit status.
int refuse_leaks(Context&, const std::vector<publication::LeakFinding>&,
                 const std::string& consequence);

/// Throws Failure unless `given` (of `--confirm`) or the person at the terminal names `reference`.
/// Nothing is asked in a dry run.
void confirm(Context&, const std::string& reference, const std::string& given,
             const std::string& question);

/// At the end of a command that writes: whether anything was changed.
void notice_dry_run(Context&);

/// A date as a cell; null where there is none.
Cell date_cell(const std::optional<record::CivilDate>&);

}  // namespace scr::cli
