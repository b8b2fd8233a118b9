#include "scr/casework/expire.hpp"

namespace scr::casework {

publication::Retention expire(Store& store, record::CivilDate today, const record::Act& act) {
    const auto change = store.begin(act);
    auto retention = publication::apply_retention(store.publications(), today);
    for (auto& [publication, reason] : retention.ends) {
        change->end_publication(publication.reference, record::PublicationState::ended, today,
                                reason);
        publication.state = record::PublicationState::ended;
        publication.ended_on = today;
        publication.end_reason = reason;
    }
    change->commit();
    return retention;
}

}  // namespace scr::casework
