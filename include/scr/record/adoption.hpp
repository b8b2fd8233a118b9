#pragma once

#include <string>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// That a meeting took a criteria text as its own. It goes by the digest of the text: another text
/// of the same id is not adopted with it.
struct Adoption {
    std::string criteria_id;
    std::string criteria_digest;  ///< SHA-256 of the text, which the store keeps whole
    CivilDate meeting_on{};
    std::string reason;
    std::string adopted_at;  ///< instant; filled by the store
    std::string adopted_by;  ///< filled by the store
};

}  // namespace scr::record
