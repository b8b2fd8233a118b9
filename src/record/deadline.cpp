#include "scr/record/deadline.hpp"

#include <fmt/format.h>

#include "scr/record/working_days.hpp"
#include "scr/text/strings.hpp"

namespace scr::record {
namespace {

bool leaves_coverage(Period within, CivilDate started, CivilDate due, const Calendar& calendar) {
    return within.unit == Period::working_days &&
           (started < calendar.first_covered() || due > calendar.last_covered());
}

std::string days_in_words(int days) {
    return text::counted(static_cast<std::size_t>(days), "day");
}

std::string describe_running(const DeadlineStatus& status) {
    if (status.days_left == 0) return fmt::format("due {}, the last day", to_text(*status.due));
    return fmt::format("due {}, {} left", to_text(*status.due), days_in_words(status.days_left));
}

std::string describe_state(const DeadlineStatus& status) {
    switch (status.state) {
        case DeadlineState::not_started:
            return fmt::format("not started: no date for `{}`", status.from);
        case DeadlineState::running: return describe_running(status);
        case DeadlineState::overdue:
            return fmt::format("overdue by {}, due {}", days_in_words(status.days_late),
                               to_text(*status.due));
        case DeadlineState::met: return fmt::format("met on {}", to_text(*status.stopped));
        case DeadlineState::missed:
            return fmt::format("missed by {}, due {}, done {}", days_in_words(status.days_late),
                               to_text(*status.due), to_text(*status.stopped));
    }
    return "";
}

}  // namespace

DeadlineStatus assess(const Deadline& deadline, std::optional<CivilDate> started,
                      std::optional<CivilDate> stopped, CivilDate today, const Calendar& calendar) {
    DeadlineStatus status;
    status.from = deadline.from;
    status.started = started;
    if (stopped && *stopped <= today) status.stopped = stopped;
    if (!started) return status;

    const CivilDate due = plus(*started, deadline.within, calendar);
    status.due = due;
    status.provisional = leaves_coverage(deadline.within, *started, due, calendar);
    const bool late = status.stopped.value_or(today) > due;
    if (late) status.days_late = days_between(due, status.stopped.value_or(today));
    if (status.stopped) {
        status.state = late ? DeadlineState::missed : DeadlineState::met;
    } else {
        status.state = late ? DeadlineState::overdue : DeadlineState::running;
        if (!late) status.days_left = days_between(today, due);
    }
    return status;
}

std::string describe(const DeadlineStatus& status) {
    return describe_state(status) + (status.provisional ? " (provisional)" : "");
}

}  // namespace scr::record
