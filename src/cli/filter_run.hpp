#pragma once

#include <optional>

#include "cli/batch_run.hpp"
#include "cli/screening_sink.hpp"
#include "scr/batch/filter.hpp"

namespace scr::cli {

/// Which form run_filter writes, where it writes one: those for scripts do. A terminal is shown CSV
/// made harmless, and no more of it than a person can read. A summary has no rows.
std::optional<batch::RowForm> filter_form(Context&, bool summary);

/// Screens files and stores nothing, with `jobs` threads; 0: one for each processor. `frame` writes
/// what stands before and after the rows. `totals` and `counts` are filled; returns 0 or 3, as
/// run_batch does.
int run_filter(Context&, const ScreeningForm&, const BatchOptions&, batch::RowForm,
               std::size_t jobs, RowSink& frame, BatchTotals& totals, OutcomeCounts& counts);

}  // namespace scr::cli
