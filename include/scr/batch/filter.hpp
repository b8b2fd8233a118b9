#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scr/batch/outcome_counts.hpp"
#include "scr/casework/incoming.hpp"
#include "scr/criteria/screening.hpp"
#include "scr/intake/record_reader.hpp"

/// Screens files of records as fast as the machine reads, without storing anything.
namespace scr::batch {

enum class RowForm { none, csv, ndjson };

struct FilterOptions {
    RowForm form = RowForm::csv;
    std::vector<std::string> keep;  ///< columns passed through, as the readers were told
    bool all_rows = false;          ///< a row for each refused record as well
    bool trial = false;             ///< ndjson: the criteria are not adopted, and each row says so
    bool in_force_only = false;     ///< refuse a date on which the criteria are not in force
    bool count_silence = false;     ///< OutcomeCounts::silent and `assumed` are wanted
    criteria::Blanks blanks = criteria::Blanks::take_default;
    std::size_t jobs = 1;  ///< threads, this one included
};

/// All inputs are read by the same criteria and the same map.
struct FilterInput {
    std::string name;
    intake::RecordReader* reader = nullptr;
};

/// Where the results go, in the order of the records. Called by one thread at a time, not always
/// the same.
class FilterSink {
 public:
    virtual ~FilterSink() = default;
    virtual void rows(std::string_view bytes) = 0;
    virtual void rejected(const std::string& input, const casework::RejectedRecord&) = 0;
    /// So many records are done.
    virtual void passed(std::size_t) {}
};

struct FilterTotals {
    explicit FilterTotals(const criteria::Criteria& criteria) : counts(criteria) {}

    std::size_t records = 0;
    std::size_t refused = 0;
    std::size_t out_of_force = 0;  ///< screened although their regime date is out of force
    OutcomeCounts counts;
};

/// Screens all records of the inputs, in constant memory. What the sink or a reader throws ends
/// the run and is thrown on, after what came before it was delivered.
FilterTotals run_filter(const std::vector<FilterInput>&, const criteria::Criteria&,
                        const FilterOptions&, FilterSink&);

}  // namespace scr::batch
