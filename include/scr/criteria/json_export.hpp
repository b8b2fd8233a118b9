#pragma once

#include <string>
#include <string_view>

#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// The compiled criteria as one JSON text that another program can walk: see scr-criteria(5).
/// `digest` is that of the file's text and goes in as it stands. Throws Failure (refused) when the
/// diagrams outgrow the documented limit.
std::string export_json(const Criteria&, std::string_view digest);

}  // namespace scr::criteria
