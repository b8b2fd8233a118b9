#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scr/record/civil_date.hpp"

namespace scr::record {

class Calendar;

/// A length of time as a criteria file writes it: `5 working days`, `1 year`.
struct Period {
    enum Unit { working_days, days, weeks, months, years };

    int count = 0;  ///< 1 to 1000
    Unit unit = days;

    bool operator==(const Period&) const = default;
};

/// Reads `5 working days`, `1 month`, `18 months`: a count of 1 to 1000, a space, a unit in the
/// singular or the plural. Nothing for any other text.
std::optional<Period> parse_period(std::string_view text);

/// `5 working days`, `1 month`.
std::string to_text(Period period);

/// The day on which a period that starts on `from` ends. `from` is day 0; months and years follow
/// the corresponding date rule (see plus_months). Only working days read the calendar.
CivilDate plus(CivilDate from, Period period, const Calendar& calendar);

}  // namespace scr::record
