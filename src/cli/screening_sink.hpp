#pragma once

#include <string>
#include <vector>

#include "cli/batch_run.hpp"

namespace scr::cli {

/// How many records of a run have which outcome, meet which criterion, rest on which silence.
struct OutcomeCounts {
    explicit OutcomeCounts(const criteria::Criteria&);

    void add(const criteria::Screening&);
    /// Of `undetermined` where `outcome` is nothing.
    std::size_t of(std::size_t determination, std::optional<std::size_t> outcome) const;

    std::vector<std::vector<std::size_t>> determined;  ///< by determination and outcome
    std::vector<std::size_t> undetermined;             ///< by determination
    std::vector<std::size_t> holding;                  ///< by criterion
    std::vector<std::size_t> assumed;                  ///< by fact: taken from silence, and decided
};

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

/// The id of the outcome, `undetermined` where there are several.
std::string_view outcome_id(const criteria::Determination&, const criteria::Finding&);

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
