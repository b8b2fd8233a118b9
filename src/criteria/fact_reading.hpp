#pragma once

#include "criteria/draft.hpp"
#include "criteria/table_reader.hpp"

namespace scr::criteria {

/// Reads every `[fact.NAME]` into the draft, with its defaults, ranges and computations.
void read_facts(TableReader& root, Draft& draft);

}  // namespace scr::criteria
