#include <fmt/format.h>

#include <algorithm>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/screen.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/filter_run.hpp"
#include "cli/screening_rows.hpp"
#include "cli/screening_sink.hpp"
#include "cli/screening_summary.hpp"
#include "cli/screening_table.hpp"

namespace scr::cli {
namespace {

/// A kept column must not have the name of a column that is written anyway.
void check_keep(const std::vector<std::string>& keep, const criteria::Criteria& criteria) {
    auto columns = screening_columns(criteria);
    columns.insert(columns.end(), {"line", "case", "assumed", "trial"});
    for (const auto& name : keep) {
        if (std::ranges::find(columns, name) == columns.end()) continue;
        throw Failure(FailureKind::usage, fmt::format("`{}` cannot be kept", name), "",
                      "the result has a column of that name",
                      fmt::format("leave `{}` out of --keep", name));
    }
}

/// Where nobody reads it on standard output. That nothing was stored has been said.
void say_recorded(Context& context, const BatchTotals& totals, bool summary) {
    if (totals.undone) return;
    if (!summary && context.format() == Format::text) {
        context.out().flush();
        if (!context.out().lost()) return;
    }
    context.notice(recorded_in_words(totals, true));
}

}  // namespace

int run_screen_files(ScreenOptions& options, Context& context) {
    auto& batch = options.from.batch;
    batch.screen = batch.record;
    batch.blanks = options.blanks();
    batch.max_rejects = static_cast<std::size_t>(options.from.max_rejects);
    const auto criteria = context.criteria_or_default();
    if (batch.record) require_adopted(context, *criteria);
    const bool trial = !batch.record && is_trial(context, *criteria);
    const auto conditions = read_fail_conditions(options.fail_if, criteria->criteria);
    check_keep(batch.input.keep, criteria->criteria);

    const ScreeningForm form{criteria,     criteria->criteria, batch.input.keep,
                             batch.record, options.all_rows,   options.no_header,
                             trial};
    if (options.summary) context.format_among({Format::text, Format::json});
    const auto sink = options.summary ? make_no_rows(form) : make_screening_sink(context, form);
    OutcomeCounts counts(criteria->criteria);
    BatchTotals totals;
    int status = 0;
    const auto rows = filter_form(context, options.summary);
    if (rows && !batch.record) {
        status = run_filter(context, form, batch, *rows, static_cast<std::size_t>(options.jobs),
                            *sink, totals, counts);
    } else {
        status = run_batch(context, criteria, batch, *sink, totals);
        counts = sink->counts();
    }
    if (options.summary) print_summary(context, *criteria, counts, totals, totals.reasons);
    if (batch.record) say_recorded(context, totals, options.summary);
    if (batch.record) notice_dry_run(context);
    if (trial) say_trial(context, *criteria);
    if (any_holds(conditions, counts)) status = std::max(status, 1);
    return status;
}

}  // namespace scr::cli
