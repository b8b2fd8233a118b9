#pragma once

#include <optional>
#include <variant>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::casework {

/// Why a record that no consistent completion fits is refused: the entries of `impossible` involved
/// and which answers came from silence. Nothing when it is not contradictory.
std::optional<RejectedRecord> contradiction_of(const criteria::Screener&, const IncomingRecord&,
                                               const criteria::Screening&, criteria::Blanks);

/// What every record goes through, stored or not: ages are computed, then it is screened; one that
/// disagrees with itself is refused.
std::variant<criteria::Screening, RejectedRecord> examine(
    const criteria::Screener&, IncomingRecord&, criteria::Blanks = criteria::Blanks::take_default);

/// The same for a record whose ages were computed before.
std::variant<criteria::Screening, RejectedRecord> examine_completed(
    const criteria::Screener&, const IncomingRecord&,
    criteria::Blanks = criteria::Blanks::take_default);

}  // namespace scr::casework
