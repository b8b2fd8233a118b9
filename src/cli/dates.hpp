#pragma once

#include <ctime>
#include <string_view>

#include "scr/record/civil_date.hpp"

namespace scr::cli {

/// The civil date in London at that instant: the law's day, wherever the machine stands.
record::CivilDate date_in_london(std::time_t instant);

/// Reads the value of a date option: `YYYY-MM-DD`, `today` or `yesterday` (of `today`). Throws
/// Failure (refused) otherwise; of `03/02/2026` it shows both readings. `option` is for the
/// message.
record::CivilDate parse_date_option(std::string_view option, std::string_view value,
                                    record::CivilDate today);

}  // namespace scr::cli
