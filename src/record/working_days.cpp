#include "scr/record/working_days.hpp"

#include <algorithm>
#include <utility>

namespace scr::record {

using std::chrono::days;
using std::chrono::sys_days;

Calendar::Calendar(CivilDate first, CivilDate last, std::vector<sys_days> holidays)
    : first_covered_(first), last_covered_(last), holidays_(std::move(holidays)) {
    std::sort(holidays_.begin(), holidays_.end());
}

bool Calendar::is_working_day(sys_days date) const {
    const std::chrono::weekday weekday(date);
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    return !std::binary_search(holidays_.begin(), holidays_.end(), date);
}

bool Calendar::is_working_day(CivilDate date) const {
    return is_working_day(sys_days(date));
}

CivilDate Calendar::plus_working_days(CivilDate from, int n) const {
    const int step = n < 0 ? -1 : 1;
    CivilDate date = from;
    while (n != 0) {
        const CivilDate next = plus_days(date, step);
        if (next == date) break;  // the end of the calendar's years: plus_days stands still there
        date = next;
        if (is_working_day(date)) n -= step;
    }
    return date;
}

int Calendar::working_days_between(CivilDate from, CivilDate to) const {
    const bool backwards = to < from;
    const sys_days begin = backwards ? sys_days(to) : sys_days(from) + days{1};
    const sys_days end = backwards ? sys_days(from) : sys_days(to) + days{1};
    int count = 0;
    for (sys_days date = begin; date < end; date += days{1}) count += is_working_day(date) ? 1 : 0;
    return backwards ? -count : count;
}

}  // namespace scr::record
