#pragma once

#include <vector>

#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// What asking about one open fact of a record would bring.
struct Settling {
    std::size_t fact = 0;
    bool surely = false;    ///< every consistent answer settles all determinations
    bool possibly = false;  ///< some consistent answer does
};

/// One entry for each fact that the screening of these answers misses, in the order of the file.
/// Each consistent answer is tried by itself, so the blanks are read as in the screening.
std::vector<Settling> settling_facts(const Screener&, const Answers&, const Screening&, Blanks);

}  // namespace scr::criteria
