#include "scr/casework/incident.hpp"

#include <algorithm>

namespace scr::casework {

criteria::Finding strongest(const std::vector<criteria::Finding>& children) {
    // A smaller position is stronger. An outcome is the strongest of some combination when one
    // child may have it and every other child may have it or a weaker one.
    std::size_t weakest = children.front().possible.back();
    for (const auto& child : children) weakest = std::min(weakest, child.possible.back());
    criteria::Finding finding;
    for (const auto& child : children) {
        for (const std::size_t outcome : child.possible) {
            if (outcome <= weakest) finding.possible.insert(outcome);
        }
    }
    return finding;
}

}  // namespace scr::casework
