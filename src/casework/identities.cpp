#include "scr/casework/identities.hpp"

#include <algorithm>

namespace scr::casework {

IdentitiesResult add_identities(Batch& batch, const std::string& case_reference,
                                const std::vector<record::Identity>& identities) {
    batch.change();
    auto known = batch.store().identities_of(case_reference);
    IdentitiesResult result;
    for (const auto& identity : identities) {
        if (std::ranges::find(known, identity) != known.end()) {
            ++result.already;
            continue;
        }
        batch.change().add_identity(case_reference, identity);
        known.push_back(identity);
        ++result.added;
    }
    return result;
}

}  // namespace scr::casework
