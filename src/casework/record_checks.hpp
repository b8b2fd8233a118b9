#pragma once

#include <optional>
#include <string>

#include "scr/casework/incoming.hpp"

/// What a record must fulfil to be stored; a filter does not ask.
namespace scr::casework {

RejectedRecord rejection(const IncomingRecord&, std::string field, std::string problem,
                         std::string note = "", std::string help = "");

/// An answer in `ground_required_for` needs a written ground. `case_reference` is blank where the
/// case is not in the store yet.
std::optional<RejectedRecord> check_grounds(const criteria::Criteria&, const IncomingRecord&,
                                            const std::string& case_reference = "");

/// No date after `today`.
std::optional<RejectedRecord> check_dates(const IncomingRecord&, record::CivilDate today);

}  // namespace scr::casework
