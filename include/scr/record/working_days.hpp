#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// The working days of England and Wales: neither a weekend nor a bank holiday. The bank holidays
/// are data, since they change by proclamation (19 September 2022, 8 May 2023).
///
/// Outside its coverage only weekends are known; what is computed there is provisional, and the
/// caller says so.
class Calendar {
 public:
    /// Reads lines `# comment`, one of them `# coverage: YYYY-MM-DD to YYYY-MM-DD`, then the header
    /// `date,name`, then a row for each bank holiday. Throws scr::Failure (refused) at the first
    /// malformed line; `file` is named with its number.
    static Calendar parse(std::string_view text, std::string_view file = "bank holidays");

    bool is_working_day(CivilDate date) const;

    /// The nth working day after `from`, which is itself day 0 and may be any day; `from` when n is
    /// 0, the nth working day before it when n is negative.
    CivilDate plus_working_days(CivilDate from, int n) const;

    /// Working days after `from` up to and including `to`; when `to` is earlier, minus the working
    /// days from `to` until the day before `from`. So it undoes plus_working_days.
    int working_days_between(CivilDate from, CivilDate to) const;

    /// The first and the last day for which the bank holidays are known.
    CivilDate first_covered() const { return first_covered_; }
    CivilDate last_covered() const { return last_covered_; }

 private:
    Calendar(CivilDate first, CivilDate last, std::vector<std::chrono::sys_days> holidays);

    bool is_working_day(std::chrono::sys_days date) const;

    CivilDate first_covered_;
    CivilDate last_covered_;
    std::vector<std::chrono::sys_days> holidays_;  ///< INVARIANT: ascending
};

}  // namespace scr::record
