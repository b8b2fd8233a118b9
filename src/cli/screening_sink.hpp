#pragma once

#include <string>
#include <vector>

#include "cli/batch_run.hpp"
#include "scr/batch/outcome_counts.hpp"
#include "scr/batch/row_text.hpp"

namespace scr::cli {

using batch::outcome_id;
using batch::OutcomeCounts;

/// A condition of `--fail-if`: an outcome that makes the exit status 1.
struct FailCondition {
    std::size_t determination = 0;
    std::optional<std::size_t> outcome;  ///< nothing: `undetermined`
};

/// Reads `DETERMINATION=OUTCOME…`. Throws Failure (usage), with a suggestion, for what the criteria
/// do not know.
std::vector<FailCondition> read_fail_conditions(const std::vector<std::string>& texts,
                                                const criteria::Criteria&);

bool any_holds(const std::vector<FailCondition>&, const OutcomeCounts&);

/// What every form of a file's screening shares.
struct ScreeningForm {
    casework::CriteriaPointer file;
    const criteria::Criteria& criteria;  ///< those of `file`
    std::vector<std::string> keep;
    bool record = false;     ///< rows are held until the commit
    bool all_rows = false;   ///< a row for a refused record as well
    bool no_header = false;  ///< CSV without its header
    bool trial = false;      ///< the criteria are not adopted
};

/// Counts the outcomes of the rows that pass through.
class ScreeningSink : public RowSink {
 public:
    explicit ScreeningSink(const ScreeningForm& form) : form_(form), counts_(form.criteria) {}

    void add(const BatchRow& row) final {
        if (row.screening != nullptr) counts_.add(*row.screening);
        write(row);
    }
    const OutcomeCounts& counts() const { return counts_; }

 protected:
    virtual void write(const BatchRow&) = 0;
    const ScreeningForm& form() const { return form_; }

 private:
    ScreeningForm form_;
    OutcomeCounts counts_;
};

/// The form that was asked for: text, json, csv or ndjson.
std::unique_ptr<ScreeningSink> make_screening_sink(Context&, const ScreeningForm&);

}  // namespace scr::cli
