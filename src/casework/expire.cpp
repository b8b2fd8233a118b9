#include "scr/casework/expire.hpp"

namespace scr::casework {

publication::Retention expire(Store& store, record::CivilDate as_of, record::CivilDate down_on,
                              const record::Act& act) {
    const auto change = store.begin(act);
    auto retention = publication::apply_retention(store.publications(), as_of);
    for (auto& [publication, reason] : retention.ends) {
        change->end_publication(publication.reference, record::PublicationState::ended, down_on,
                                reason);
        publication.state = record::PublicationState::ended;
        publication.ended_on = down_on;
        publication.end_reason = reason;
    }
    change->commit();
    return retention;
}

}  // namespace scr::casework
