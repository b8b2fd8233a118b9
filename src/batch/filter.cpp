#include "scr/batch/filter.hpp"

#include <algorithm>

#include "batch/examiner.hpp"
#include "batch/pipeline.hpp"

namespace scr::batch {
namespace {

/// Records read one by one that make a stretch.
constexpr std::size_t most_singles = 1000;

/// Cuts the inputs, one after the other, into stretches.
class Stretches {
 public:
    Stretches(const std::vector<FilterInput>& inputs, const criteria::Criteria& criteria,
              const FilterOptions& options)
        : inputs_(inputs), criteria_(criteria), options_(options) {}

    bool next(Stretch& stretch) {
        stretch.singles.clear();
        stretch.block.size = 0;
        stretch.block.too_long.reset();
        stretch.last = false;
        for (; input_ < inputs_.size(); ++input_, blocks_ = false) {
            stretch.input = input_;
            if (!blocks_ && !begin_blocks(stretch)) return true;
            if (!inputs_[input_].reader->next_block(stretch.block)) continue;
            stretch.last = stretch.block.last && input_ + 1 == inputs_.size();
            make_table(stretch);
            stretch.table = table_.get();
            return true;
        }
        return false;
    }

 private:
    /// False when records had to be read one by one, which then are the stretch.
    bool begin_blocks(Stretch& stretch) {
        intake::RecordReader& reader = *inputs_[input_].reader;
        intake::BlockParser::Other record;
        bool ended = false;
        while (!ended && stretch.singles.size() < most_singles) {
            blocks_ = reader.begin_blocks();
            if (blocks_) break;
            ended = !reader.next(record);
            if (!ended) stretch.singles.push_back(std::move(record));
        }
        if (ended) ++input_;
        return stretch.singles.empty() && blocks_;
    }

    /// Compiling takes as long as screening a few thousand records: for less it is not worth it.
    void make_table(const Stretch& stretch) {
        if (tried_ || stretch.last) return;
        tried_ = true;
        using Silence = criteria::ScreeningTable::Silence;
        const bool told = options_.count_silence || options_.form == RowForm::ndjson;
        // One map counts for all inputs.
        table_ = criteria::ScreeningTable::make(criteria_, options_.blanks,
                                                told ? Silence::told : Silence::left_out,
                                                inputs_[stretch.input].reader->coded_facts());
    }

    const std::vector<FilterInput>& inputs_;
    const criteria::Criteria& criteria_;
    const FilterOptions& options_;
    std::size_t input_ = 0;
    bool blocks_ = false;  ///< the input is read in blocks by now
    std::unique_ptr<criteria::ScreeningTable> table_;
    bool tried_ = false;
};

void deliver(const Portion& portion, const std::vector<FilterInput>& inputs, FilterTotals& totals,
             FilterSink& sink) {
    totals.records += portion.records;
    totals.refused += portion.rejected.size();
    totals.out_of_force += portion.out_of_force;
    for (const auto& rejected : portion.rejected)
        sink.rejected(inputs[portion.input].name, rejected);
    if (!portion.rows.empty()) sink.rows(portion.rows);
    sink.passed(totals.records);
}

}  // namespace

FilterTotals run_filter(const std::vector<FilterInput>& inputs, const criteria::Criteria& criteria,
                        const FilterOptions& options, FilterSink& sink) {
    FilterTotals totals(criteria);
    Stretches stretches(inputs, criteria, options);
    std::vector<std::unique_ptr<Examiner>> examiners;
    std::vector<Worker*> workers;
    for (std::size_t i = 0; i < std::max<std::size_t>(options.jobs, 1); ++i) {
        examiners.push_back(std::make_unique<Examiner>(inputs, criteria, options));
        workers.push_back(examiners.back().get());
    }
    Pipeline pipeline(
        workers, [&](Stretch& stretch) { return stretches.next(stretch); },
        [&](Portion& portion) { deliver(portion, inputs, totals, sink); });
    pipeline.run();
    for (const auto& examiner : examiners) examiner->add_counts_to(totals.counts);
    return totals;
}

}  // namespace scr::batch
