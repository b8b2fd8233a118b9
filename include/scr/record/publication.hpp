#pragma once

#include <optional>
#include <string>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// A report as it was handed in: the bytes are kept for good, whatever happens on the web.
struct Report {
    std::string digest;  ///< SHA-256 of the bytes, hexadecimal
    std::string format;  ///< `markdown` or `text`
    std::string bytes;
};

enum class PublicationState { published, ended, withdrawn };

/// A report's time on the web.
struct Publication {
    std::string reference;  ///< `P-2026-0001`; assigned by the store
    std::string review;
    std::string pseudonym;
    std::string title;
    std::string report_digest;
    CivilDate published_on{};
    CivilDate last_day{};  ///< the last day it must be up; it comes down the day after
    PublicationState state = PublicationState::published;
    std::optional<CivilDate> ended_on;  ///< the first day on which it was down
    std::string end_reason;
};

}  // namespace scr::record
