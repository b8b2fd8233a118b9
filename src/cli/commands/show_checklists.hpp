#pragma once

#include <vector>

#include "cli/sheet.hpp"
#include "scr/casework/weighed_factors.hpp"

namespace scr::cli {

/// Each checklist of the criteria file with what stands on its factors: a section for people each,
/// and one of all factors in JSON.
std::vector<Section> checklist_sections(const criteria::Criteria&,
                                        const std::vector<record::Weighing>& weighings);

}  // namespace scr::cli
