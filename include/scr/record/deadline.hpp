#pragma once

#include <optional>
#include <string>

#include "scr/record/civil_date.hpp"
#include "scr/record/period.hpp"

namespace scr::record {

/// A clock of the criteria file that runs for one case.
struct Deadline {
    std::string id;
    Period within;
    std::string from;   ///< the date that starts it, such as `became_aware_on`
    std::string until;  ///< the step that stops it, such as `notified_on`
    std::string owner;  ///< who has to act
    std::string force;  ///< statutory, guidance or local
};

enum class DeadlineState { not_started, running, overdue, met, missed };

/// Where a deadline stands on a day.
struct DeadlineStatus {
    DeadlineState state = DeadlineState::not_started;
    std::optional<CivilDate> started;  ///< day 0
    std::optional<CivilDate> due;      ///< the last day in time; there when started is
    std::optional<CivilDate> stopped;
    int days_late = 0;         ///< calendar days after `due`; 0 unless overdue or missed
    bool provisional = false;  ///< `due` counts working days for which no bank holidays are known
    int days_left = 0;  ///< calendar days until `due`; 0 on the day itself and unless running
    std::string from;   ///< the date that starts it, named when it is not there
};

/// Where `deadline` stands on `today`. The due day itself is still in time. A stop later than
/// `today` is only planned and stops nothing; a start later than `today` (a planned publication)
/// does start it.
DeadlineStatus assess(const Deadline& deadline, std::optional<CivilDate> started,
                      std::optional<CivilDate> stopped, CivilDate today, const Calendar& calendar);

/// For people: `due 2026-11-30, 4 days left`.
std::string describe(const DeadlineStatus& status);

}  // namespace scr::record
