#pragma once

#include <rapidcheck.h>

#include <string>

#include "scr/record/civil_date.hpp"
#include "scr/record/working_days.hpp"

/// What several tests of dates need: a short way to write one, a small calendar, any date at all.
namespace scr::record::sample {

/// The date that `text` writes; a wrong one fails the test that uses it.
inline CivilDate day(std::string_view text) {
    return parse_civil_date(text).value();
}

inline constexpr std::string_view calendar_text =
    "# Bank holidays of England and Wales\n"
    "# coverage: 2024-01-01 to 2026-12-31\n"
    "\n"
    "date,name\n"
    "2024-01-01,New Year's Day\n2024-03-29,Good Friday\n2024-04-01,Easter Monday\n"
    "2024-05-06,Early May bank holiday\n2024-05-27,Spring bank holiday\n"
    "2024-08-26,Summer bank holiday\n2024-12-25,Christmas Day\n2024-12-26,Boxing Day\n"
    "2025-01-01,New Year's Day\n2025-04-18,Good Friday\n2025-04-21,Easter Monday\n"
    "2025-05-05,Early May bank holiday\n2025-05-26,Spring bank holiday\n"
    "2025-08-25,Summer bank holiday\n2025-12-25,Christmas Day\n2025-12-26,Boxing Day\n"
    "2026-01-01,New Year's Day\n2026-04-03,Good Friday\n2026-04-06,Easter Monday\n"
    "2026-05-04,Early May bank holiday\n2026-05-25,Spring bank holiday\n"
    "2026-08-31,Summer bank holiday\n2026-12-25,Christmas Day\n"
    "2026-12-28,\"Boxing Day, substitute day\"\n";

inline const Calendar& calendar() {
    static const Calendar calendar = Calendar::parse(calendar_text);
    return calendar;
}

/// Any day from `first` to `last`.
inline rc::Gen<CivilDate> days_from(CivilDate first, CivilDate last) {
    return rc::gen::map(rc::gen::inRange(0, days_between(first, last) + 1),
                        [first](int days) { return plus_days(first, days); });
}

/// Any day, far enough from the ends of the calendar's years to add to.
inline rc::Gen<CivilDate> any_day() {
    return days_from(day("1700-01-01"), day("2900-12-31"));
}

/// A day near the sample calendar.
inline rc::Gen<CivilDate> recent_day() {
    return days_from(day("2023-06-01"), day("2027-06-30"));
}

}  // namespace scr::record::sample
