#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scr/record/civil_date.hpp"
#include "scr/record/date_form.hpp"

namespace scr::intake {

/// What a cell says of a date: a date, nothing (a blank), or why it is none.
struct DateCell {
    std::optional<record::CivilDate> date;
    std::string problem;  ///< blank when all is well; never holds the cell
    std::string note;
    std::string help;
};

/// Reads the cell of the column or key `name`. Only `YYYY-MM-DD` is a date, or only what has the
/// form that the map gives. The note shows how a date such as 03/02/2026 may be read, unless
/// `confidential`: a date of birth is not repeated.
DateCell read_date(std::string_view name, std::string_view cell, bool confidential = false,
                   const record::DateForm* form = nullptr);

}  // namespace scr::intake
