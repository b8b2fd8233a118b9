#include "cli/filter_run.hpp"

#include <algorithm>
#include <thread>

#include "cli/context.hpp"
#include "cli/progress.hpp"
#include "cli/record_input.hpp"
#include "cli/rejects.hpp"

namespace scr::cli {
namespace {

class FilterOutput final : public batch::FilterSink {
 public:
    FilterOutput(Context& context, const RecordInput& input, Rejects& rejects, BatchTotals& totals)
        : context_(context),
          input_(input),
          rejects_(rejects),
          totals_(totals),
          progress_(context, "records") {}

    void rows(std::string_view bytes) override {
        if (context_.out().appearance().terminal) progress_.erase();
        context_.out().bytes(bytes);
    }
    void rejected(const std::string& input, const casework::RejectedRecord& rejected) override {
        totals_.reasons.add(rejected);
        progress_.erase();
        rejects_.add(input, rejected);
    }
    void passed(std::size_t records) override { progress_.at(records, input_.fraction()); }
    /// Nothing more is to come.
    void finish() { progress_.erase(); }

 private:
    Context& context_;
    const RecordInput& input_;
    Rejects& rejects_;
    BatchTotals& totals_;
    Progress progress_;
};

batch::FilterOptions filter_options(const ScreeningForm& form, const BatchOptions& options,
                                    batch::RowForm rows, std::size_t jobs) {
    batch::FilterOptions filter;
    filter.form = rows;
    filter.keep = form.keep;
    filter.all_rows = form.all_rows;
    filter.trial = form.trial;
    filter.in_force_only = options.in_force_only;
    filter.count_silence = rows == batch::RowForm::none;
    filter.blanks = options.blanks;
    filter.jobs = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    return filter;
}

}  // namespace

std::optional<batch::RowForm> filter_form(Context& context, bool summary) {
    if (summary) return batch::RowForm::none;
    if (context.format() == Format::ndjson) return batch::RowForm::ndjson;
    const bool terminal = context.out().appearance().terminal;
    if (context.format() == Format::csv && !terminal) return batch::RowForm::csv;
    return std::nullopt;
}

int run_filter(Context& context, const ScreeningForm& form, const BatchOptions& options,
               batch::RowForm rows, std::size_t jobs, RowSink& frame, BatchTotals& totals,
               OutcomeCounts& counts) {
    RecordInput input(options.input, form.criteria);
    Rejects rejects(context, options.rejects, options.input, {form.file});
    FilterOutput output(context, input, rejects, totals);
    frame.begin();
    input.warn(context, options.blanks == criteria::Blanks::take_default, true);
    const auto filtered = batch::run_filter(input.inputs(), form.criteria,
                                            filter_options(form, options, rows, jobs), output);
    output.finish();
    const int written = rejects.finish();
    totals.records = filtered.records;
    totals.refused = filtered.refused;
    counts = filtered.counts;
    frame.finish(totals);
    input.warn_not_met(context);
    warn_out_of_force(context, form.criteria, filtered.out_of_force, in_force_only_help);
    return std::max(written, totals.refused > options.max_rejects ? 3 : 0);
}

}  // namespace scr::cli
