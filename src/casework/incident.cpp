#include "scr/casework/incident.hpp"

#include <algorithm>
#include <set>

namespace scr::casework {

criteria::Finding strongest(const std::vector<criteria::Finding>& children) {
    // A smaller position is stronger. An outcome is the strongest of some combination when one
    // child may have it and every other child may have it or a weaker one.
    std::size_t weakest = children.front().possible.back();
    std::set<std::size_t> any;
    for (const auto& child : children) {
        weakest = std::min(weakest, child.possible.back());
        any.insert(child.possible.begin(), child.possible.end());
    }
    criteria::Finding finding;
    std::ranges::copy_if(any, std::back_inserter(finding.possible),
                         [&](std::size_t outcome) { return outcome <= weakest; });
    return finding;
}

}  // namespace scr::casework
