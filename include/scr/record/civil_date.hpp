#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace scr::record {

/// A day of the proleptic Gregorian calendar, without time or zone. INVARIANT: `ok()`, years 1600
/// to 9999.
using CivilDate = std::chrono::year_month_day;

/// The date written as `YYYY-MM-DD`, or nothing when the text has another form or names a day that
/// does not exist. Words such as `today` belong to the command line, not here.
std::optional<CivilDate> parse_civil_date(std::string_view text);

/// The day with these numbers, or nothing where there is none or it lies before 1600.
std::optional<CivilDate> civil_date(int year, int month, int day);

/// `YYYY-MM-DD`.
std::string to_text(CivilDate date);

/// `3 February 2026`, as a page or a letter prints it.
std::string to_long_text(CivilDate date);

/// Sums stop at the first day of 1600 and the last of 9999, so that the invariant holds.
CivilDate plus_days(CivilDate date, int days);

/// The same day `months` later or, where that month has no such day, its last day
/// (corresponding date rule, Dodds v Walker [1981] 1 WLR 1027).
CivilDate plus_months(CivilDate date, int months);

/// plus_months with twelve months a year: 29 February plus a year is 28 February.
CivilDate plus_years(CivilDate date, int years);

/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(CivilDate from, CivilDate to);

/// Completed years of age of a person born on `birth`, on the day `on`. A child born on 29 February
/// is a year older on 1 March of a year without that day. Nothing when `on` is before `birth`.
std::optional<int> age_in_years(CivilDate birth, CivilDate on);

}  // namespace scr::record
