#pragma once

#include <string>
#include <vector>

#include "scr/casework/store.hpp"

namespace scr::casework {

/// Something that happened to a case.
struct TimelineEntry {
    record::CivilDate on{};
    /// received, amended, screened, decided, stopped, weighed, opened, lesson, closed, published,
    /// ended, withdrawn
    std::string step;
    std::string reference;  ///< of the record that the step made; may be blank
    std::string text;       ///< for people, lower case
    std::string note;       ///< free text that somebody wrote: reasons, a lesson; may be blank
    std::string by;         ///< who recorded it; blank where the record does not keep it
};

/// What happened to a case, oldest first: by the day on which it happened, and on one day in the
/// order in which the steps follow one another. Holds no identity.
std::vector<TimelineEntry> timeline_of(Store&, const record::Case&);

}  // namespace scr::casework
