#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// Who does what: the head of an event, known before the change is made.
struct Act {
    std::string verb;                ///< `notify`, `screen`, `review.decide`, …
    std::string subject;             ///< the reference concerned; blank when the change assigns it
    std::string by;                  ///< the person acting
    std::string account;             ///< the login beside it
    std::optional<CivilDate> as_of;  ///< the civil date that the rule read, where one was set
};

/// One entry of the log. Its hash covers every other field, the previous entry's hash included.
struct Event {
    std::int64_t sequence = 0;  ///< 1, 2, 3, … without a gap
    std::string at;             ///< the real instant, `2026-11-23T10:00:00Z`
    Act act;
    std::string body;      ///< canonical JSON: the rows written and the digest of each range
    std::string previous;  ///< hash of the entry before; 64 zeros for the first
    std::string hash;      ///< SHA-256, hexadecimal
};

}  // namespace scr::record
