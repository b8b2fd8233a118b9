#pragma once

#include <cstddef>
#include <map>

#include "criteria/draft.hpp"

namespace scr::criteria {

/// What `if_blank_same_as` says, by the position of the fact, kept until every fact is known.
using Partners = std::map<std::size_t, const Text*>;

/// Ties the facts to their partners; a fault where the two cannot be one unknown.
void join_partners(const Partners& partners, Draft& draft);

}  // namespace scr::criteria
