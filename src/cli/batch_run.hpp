#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/record_input.hpp"
#include "cli/rejects.hpp"
#include "scr/batch/reject_reasons.hpp"
#include "scr/casework/notify.hpp"
#include "scr/casework/screen.hpp"

namespace scr::cli {

/// What `notify --from` and `screen --from` share.
struct BatchOptions {
    InputOptions input;
    std::string rejects;          ///< a file for the refused records; blank: none
    std::size_t max_rejects = 0;  ///< as many refused records are forgiven
    bool record = false;          ///< take the records in
    bool screen = false;          ///< store the screenings of the records taken in
    bool all_or_nothing = false;
    bool planned = false;
    bool in_force_only = false;  ///< refuse a regime date on which the criteria are not in force
    criteria::Blanks blanks = criteria::Blanks::take_default;
};

/// A record and what became of it. Pointers are null where there is nothing.
struct BatchRow {
    std::size_t line = 0;
    const std::string& ref;
    const casework::RejectedRecord* rejected = nullptr;
    const criteria::Screening* screening = nullptr;
    const casework::Taken* taken = nullptr;
    const casework::IncomingRecord* record = nullptr;
};

/// How a run ended.
struct BatchTotals {
    std::size_t records = 0;
    std::size_t refused = 0;
    std::size_t recorded = 0;
    std::size_t already_there = 0;
    std::size_t screenings = 0;            ///< stored
    std::size_t out_of_force = 0;          ///< screened although their regime date is out of force
    std::size_t notifications_differ = 0;  ///< joined one with another summary or area
    bool undone = false;                   ///< nothing was stored, for it was all or nothing
    batch::RejectReasons reasons;          ///< of the refused
};

/// Where the rows of a run go. What is stored is true only after the commit: rows are held until
/// then.
class RowSink {
 public:
    virtual ~RowSink() = default;
    virtual void begin() {}  ///< the inputs are open, and nothing is written yet
    virtual void add(const BatchRow&) = 0;
    virtual void release() = 0;  ///< what was added is true now
    virtual void drop() = 0;     ///< what was added since the last release never happened
    virtual void finish(const BatchTotals&) = 0;
};

/// Reads all inputs, examines every record and, where asked, takes it in and stores its screening;
/// bad records are refused one by one. Ends with the sink's `finish` and what deserves a word on
/// standard error. `totals` is filled as it goes; returns 0 or 3.
int run_batch(Context&, const casework::CriteriaPointer&, const BatchOptions&, RowSink&,
              BatchTotals& totals);

/// Says how many records were screened although their date is out of force; nothing for none.
/// `help`: what can be done about it in this run.
void warn_out_of_force(Context&, const criteria::Criteria&, std::size_t count,
                       const std::string& help);

inline constexpr const char* in_force_only_help = "--in-force-only refuses them";

}  // namespace scr::cli
