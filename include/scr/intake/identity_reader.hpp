#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "scr/casework/incoming.hpp"
#include "scr/record/notification.hpp"

namespace scr::intake {

/// A list of identities as it was read. One bad line is a reason to store none: half a list would
/// let a name through the check of a report.
struct IdentityReading {
    std::vector<record::Identity> identities;
    std::vector<casework::RejectedRecord>
        problems;  ///< of every bad line; none shows what it holds
};

/// Reads CSV with the columns `role`, `kind` and `value`, in any order. Throws Failure (refused)
/// for an empty input and for a header with other columns; `name` stands for the input in messages.
IdentityReading read_identities(std::istream& input, const std::string& name);

}  // namespace scr::intake
