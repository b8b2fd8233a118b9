#pragma once

#include <optional>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/report_reader.hpp"
#include "scr/casework/site.hpp"
#include "scr/publication/page.hpp"
#include "scr/record/lifecycle.hpp"

namespace scr::casework {

/// Every file of the site as the store has it: the index, a page for each report that is up, the
/// accessibility statement, the style sheet. The same store gives the same bytes.
std::vector<SiteFile> site_files(Store&, CriteriaLibrary&, const ReportReader&,
                                 const publication::SiteSettings&);

/// Why the site may not be made from this store: it was built from an event that the store does not
/// have. An older copy of the record would bring back what has come down since.
std::optional<record::Refusal> may_rebuild(Store&, const Site&);

/// Makes the site hold exactly `site_files`; false when it already did. A store without any
/// publication leaves a site that was never built alone.
bool rebuild_site(Store&, CriteriaLibrary&, const ReportReader&, const publication::SiteSettings&,
                  Site&);

}  // namespace scr::casework
