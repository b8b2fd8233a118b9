#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// A review of one or several cases.
struct Review {
    std::string reference;  ///< `R-2026-0001`; assigned by the store
    std::string kind;       ///< the id of a review kind of the criteria file
    std::string kind_label;
    std::string pseudonym;           ///< `Child J`; a name for people, never a key
    std::vector<std::string> cases;  ///< references of its cases
    std::string criteria_digest;     ///< the criteria text that declares the kind
    std::string reason;              ///< why it was opened after another outcome; may be blank
    CivilDate opened_on{};
    std::optional<CivilDate> closed_on;
};

/// The tier on which a lesson is learnt.
struct Lesson {
    std::string reference;  ///< `L-2026-0001`; assigned by the store
    std::string review;
    std::string tier;         ///< individual, local, strategic
    std::string text;         ///< free text
    std::string recorded_at;  ///< filled by the store
    std::string recorded_by;  ///< filled by the store
};

}  // namespace scr::record
