#pragma once

#include <string>
#include <vector>

#include "scr/casework/batch.hpp"

namespace scr::casework {

struct IdentitiesResult {
    std::size_t added = 0;
    std::size_t already = 0;  ///< the case had them, or the list named them twice
};

/// Adds identities to a case; the same one twice adds nothing. The batch is not committed.
IdentitiesResult add_identities(Batch&, const std::string& case_reference,
                                const std::vector<record::Identity>&);

}  // namespace scr::casework
