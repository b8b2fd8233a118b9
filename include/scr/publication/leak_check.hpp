#pragma once

#include <string>
#include <vector>

#include "scr/publication/segment.hpp"
#include "scr/record/notification.hpp"

namespace scr::publication {

/// An identity that a document must not hold, and the case in whose record it stands.
struct Needle {
    record::Identity identity;
    std::string case_reference;
};

/// An identity found in a document. Holds nothing of its value.
struct LeakFinding {
    std::string label;  ///< `child name`, `parent date of birth`
    std::string case_reference;
    std::string where;           ///< the segment's own word for its place
    std::string masked_context;  ///< the words around it, every needle in them shown as `[…]`

    bool operator==(const LeakFinding&) const = default;
};

/// Where `segments` hold a needle, in the order of the document: at most one finding for each
/// needle and segment, and none where an earlier segment of one of the same lines gave it already.
///
/// Compared without letter case, with runs of white space as one space, and with the typographic
/// forms of apostrophes and hyphens as the plain ones; invisible characters are passed over. A key
/// of six or more characters is found anywhere, a shorter one at word edges. A name of several
/// words is looked for as a whole and by each of its words of four letters or more, a date in its
/// common forms, a number also without its spaces. None found does not make a text anonymous.
std::vector<LeakFinding> find_leaks(const std::vector<Segment>& segments,
                                    const std::vector<Needle>& needles);

}  // namespace scr::publication
