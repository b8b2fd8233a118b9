#pragma once

#include <memory>

#include "cli/screening_sink.hpp"

namespace scr::cli {

class Output;

/// Screenings of a file for people: a table of outcomes and, at the end, how many records have
/// which.
std::unique_ptr<ScreeningSink> make_screening_table(Context&, const ScreeningForm&);

/// `review: 3 scr_required (Mandatory criteria met: …)`: a line for each outcome that occurs.
void print_counts(Output&, const criteria::Criteria&, const OutcomeCounts&, std::size_t refused);
/// The criteria that hold with their citations, and what silence decided, each with its count.
void print_grounds(Output&, const criteria::Criteria&, const OutcomeCounts&);

/// That a screening is evidence, naming who recommends and who decides.
std::string evidence_note(const criteria::Criteria&);

/// What was recorded, or that nothing was new: `recorded 24 cases and 24 screenings; …`.
std::string recorded_in_words(const BatchTotals&, bool screened);

}  // namespace scr::cli
