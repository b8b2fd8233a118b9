#pragma once

#include <vector>

#include "cli/sheet.hpp"
#include "scr/casework/screen.hpp"

/// What the record itself says of a screening, without working anything out. The criteria are those
/// that it names; without them (null) ids stand alone.
namespace scr::cli {

/// Which case, text and facts, who, when; `newest` is the number of the case's newest facts.
void add_recorded_fields(Sheet&, const record::ScreeningRecord&, const criteria::Criteria*,
                         int newest);

Section results_of(const record::ScreeningRecord&);

/// The smallest set of answers that forces each outcome. `again` is the screening worked out anew,
/// which knows what was silence; null where it is not the same.
Section receipt_of(const record::ScreeningRecord&, const casework::CaseScreening* again);

/// The criteria that hold, what is missing, what was taken from silence. `for_people`: also in the
/// text form, for want of an explanation that says more.
std::vector<Section> recorded_lists(const record::ScreeningRecord&, const criteria::Criteria*,
                                    bool for_people);

}  // namespace scr::cli
