#pragma once

#include <ctime>
#include <string>
#include <string_view>

#include "scr/record/civil_date.hpp"

namespace scr::cli {

/// The civil date in London at that instant: the law's day, wherever the machine stands.
record::CivilDate date_in_london(std::time_t instant);

/// The instant at which that day ends in London, `2026-11-24T00:00:00Z`.
std::string end_of_day_in_london(record::CivilDate day);

/// Reads the value of a date option: `YYYY-MM-DD`, `today` or `yesterday` (of `today`). Throws
/// Failure (refused) otherwise; of `03/02/2026` it shows both readings. `option` is for the
/// message.
record::CivilDate parse_date_option(std::string_view option, std::string_view value,
                                    record::CivilDate today);

}  // namespace scr::cli
