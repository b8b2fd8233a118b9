#pragma once

#include <optional>
#include <string>
#include <variant>

#include "scr/casework/criteria_choice.hpp"
#include "scr/casework/store.hpp"

namespace scr::casework {

/// What would have been said then: a screening by other days than those of the case. It is no
/// screening of the case as it stands, and so never stored.
struct LookingBack {
    std::optional<record::CivilDate> in_force_on;  ///< the criteria in force on that day
    std::optional<record::CivilDate> known_at;     ///< the facts recorded by the end of that day
    std::string known_before;                      ///< the instant at which `known_at` ended

    bool any() const { return in_force_on || known_at; }
};

/// The case with the newest facts that were recorded before that instant; refused where none were.
std::variant<record::Case, ChoiceRefusal> as_known(Store&, record::Case, const LookingBack&);

/// `the criteria in force on …; the facts as recorded by the end of …, version 1 of 2`.
std::string in_words(const LookingBack&, int version, int newest);

}  // namespace scr::casework
