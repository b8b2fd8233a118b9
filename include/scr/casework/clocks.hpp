#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "scr/criteria/screening.hpp"
#include "scr/record/deadline.hpp"
#include "scr/record/working_days.hpp"

/// The clocks of a case: who must do what by when, under its criteria file.
namespace scr::casework {

/// The dates of the steps that start and stop clocks, by the names that criteria files use
/// (`received_on`, `decided_on`, …).
struct CaseSteps {
    std::map<std::string, record::CivilDate> reached;
    std::map<std::string, DeadlineStop> stopped;  ///< by hand, the newest of each deadline
};

/// Those of a record that is not stored: its own dates alone.
CaseSteps steps_of(const record::CaseDates&, record::CivilDate received_on);

/// The decision is the one on the first question of the criteria. Where it was changed, it starts
/// its clocks anew, by its own date; the first one stopped those that waited for a decision. A
/// review's dates are those of the newest review of the case: a practice review follows a rapid
/// one.
CaseSteps steps_of(Store&, const record::Case&, const criteria::Criteria&);

/// A clock of a case. Each part is for people to print.
struct Clock {
    std::string id;
    std::string within;  ///< `5 working days`
    std::string from;    ///< the date that starts it
    std::string until;   ///< the step that stops it
    std::string owner;   ///< who has to act; may be blank
    std::string force;   ///< statutory, guidance, local
    std::string citation;
    bool may_run = false;  ///< whether it runs depends on open facts
    record::DeadlineStatus status;
    std::string stop_reference;  ///< of the letter or message, where it was stopped by hand
};

/// The deadlines of the criteria that run or may run, in file order. `runs` is
/// criteria::Screener::deadlines of the case's screening. Pure.
std::vector<Clock> clocks(const criteria::Criteria&, const std::vector<criteria::Truth>& runs,
                          const CaseSteps&, record::CivilDate today, const record::Calendar&);

/// Whether a step of the program stops a deadline with this `until`; otherwise somebody has to.
bool stopped_by_a_step(std::string_view until);

}  // namespace scr::casework
