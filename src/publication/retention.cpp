#include "scr/publication/retention.hpp"

#include <fmt/format.h>

namespace scr::publication {

record::CivilDate last_day(record::CivilDate published_on, const record::Period& available_for,
                           const record::Calendar& calendar) {
    return record::plus(published_on, available_for, calendar);
}

Retention apply_retention(const std::vector<record::Publication>& publications,
                          record::CivilDate today) {
    Retention retention;
    for (const auto& publication : publications) {
        if (publication.state != record::PublicationState::published) continue;
        const auto published_on = record::to_text(publication.published_on);
        const auto last = record::to_text(publication.last_day);
        if (today > publication.last_day) {
            retention.ends.push_back({publication, fmt::format("published {}, its last day was {}",
                                                               published_on, last)});
        } else {
            retention.stays.push_back(
                {publication, publication.last_day,
                 fmt::format("published {}, stays up until {}", published_on, last)});
        }
    }
    return retention;
}

}  // namespace scr::publication
