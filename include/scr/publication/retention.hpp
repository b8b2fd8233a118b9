#pragma once

#include <string>
#include <vector>

#include "scr/record/period.hpp"
#include "scr/record/publication.hpp"

namespace scr::publication {

/// The last day on which a report published on `published_on` must be up. The day of publication is
/// not counted and the corresponding date is still up (Dodds v Walker [1981] 1 WLR 1027): the
/// period is a minimum, so every doubt is resolved later. It comes down from 00:00 in London of the
/// day after.
record::CivilDate last_day(record::CivilDate published_on, const record::Period& available_for,
                           const record::Calendar& calendar);

/// A publication whose time is over.
struct Ending {
    record::Publication publication;
    std::string reason;  ///< a sentence part for people, such as `its last day was 2026-03-01`
};

/// A publication that stays on the web.
struct Staying {
    record::Publication publication;
    record::CivilDate until{};  ///< its last day
    std::string reason;
};

/// What a day asks of the site, in the order of the publications given.
struct Retention {
    std::vector<Ending> ends;
    std::vector<Staying> stays;
};

/// Which of `publications` end on `today` and which stay. Only those that are up take part, so what
/// has ended or been withdrawn never ends again; a run that comes late ends what an earlier one
/// should have.
Retention apply_retention(const std::vector<record::Publication>& publications,
                          record::CivilDate today);

}  // namespace scr::publication
