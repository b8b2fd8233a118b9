#pragma once

#include "cli/screening_sink.hpp"
#include "scr/batch/reject_reasons.hpp"

namespace scr::cli {

/// What a file comes to, for people: for each outcome the records that are settled (at least) and
/// those for which it is still possible (at most), the criteria that hold, what is missing, what
/// silence answered and decided, and why records were refused. Rows in are rows out and refused.
/// Throws Failure (usage) for a format other than text and json.
void print_summary(Context&, const casework::LoadedCriteria&, const OutcomeCounts&,
                   const BatchTotals&, const batch::RejectReasons&);

/// Takes rows and writes none: the counts are what is wanted.
std::unique_ptr<ScreeningSink> make_no_rows(const ScreeningForm&);

}  // namespace scr::cli
