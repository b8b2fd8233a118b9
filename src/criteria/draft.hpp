#pragma once

#include <set>
#include <string>
#include <vector>

#include "criteria/faults.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// Criteria while they are read. What has a fault of its own stays in the lists under its name, so
/// that one cause gives one message; what is marked broken here is not checked any further.
struct Draft {
    Criteria criteria;
    Faults faults;
    std::set<std::size_t> broken_facts;           ///< type, answers or range are not known
    std::set<std::size_t> broken_determinations;  ///< the outcomes are not known
    Ids names;                                    ///< of facts, conditions and determinations
};

/// The ids of a list, as candidates for a suggestion.
template <class Items>
std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> ids;
    for (const auto& item : items) ids.push_back(item.id);
    return ids;
}

}  // namespace scr::criteria
