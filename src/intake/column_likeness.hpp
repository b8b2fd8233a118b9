#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/criteria/criteria.hpp"
#include "scr/intake/map_sketch.hpp"

namespace scr::intake {

/// What a header most likely stands for.
struct LikelyColumn {
    std::string name;  ///< ours
    Likeness likeness = Likeness::name;
};

/// For each header the column of ours that it is like, each at most once. Nothing rather than a
/// wild guess: a guess needs nearly all letters of a name, or all words of the header in one
/// question and in no other.
std::vector<std::optional<LikelyColumn>> likely_columns(const std::vector<std::string>& headers,
                                                        const criteria::Criteria&);

}  // namespace scr::intake
