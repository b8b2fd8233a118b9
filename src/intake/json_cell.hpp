#pragma once

#include <simdjson.h>

#include <optional>

#include "intake/cells.hpp"

namespace scr::intake {

/// Puts a JSON value where its column belongs, or says why it cannot stand. Strings, integers and
/// booleans are read as if they were cells of CSV, null is a blank. For a fact an object may be an
/// answer with its attribution: {"value", "source", "judged_by", "ground", "on"}.
std::optional<casework::RejectedRecord> put_value(const Columns&, const Column&,
                                                  simdjson::dom::element,
                                                  casework::IncomingRecord&);

}  // namespace scr::intake
