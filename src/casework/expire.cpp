#include "scr/casework/expire.hpp"

#include <algorithm>

namespace scr::casework {

publication::Retention expire(Store& store, record::CivilDate today, record::CivilDate real_today,
                              const record::Act& act) {
    const auto down_from = std::max(today, real_today);
    const auto change = store.begin(act);
    auto retention = publication::apply_retention(store.publications(), today);
    for (auto& [publication, reason] : retention.ends) {
        change->end_publication(publication.reference, record::PublicationState::ended, down_from,
                                reason);
        publication.state = record::PublicationState::ended;
        publication.ended_on = down_from;
        publication.end_reason = reason;
    }
    change->commit();
    return retention;
}

}  // namespace scr::casework
