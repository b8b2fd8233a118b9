#pragma once

#include <exception>
#include <string>
#include <vector>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/intake/block.hpp"

namespace scr::batch {

/// A stretch of an input to be worked on: a block, or records that were read one by one.
struct Stretch {
    std::size_t input = 0;
    intake::Block block;
    std::vector<intake::BlockParser::Other> singles;
    const criteria::ScreeningTable* table = nullptr;
    bool last = false;  ///< no other follows
};

/// What became of a stretch.
struct Portion {
    std::size_t input = 0;
    std::string rows;
    std::vector<casework::RejectedRecord> rejected;
    std::size_t records = 0;
    std::size_t out_of_force = 0;
    std::exception_ptr failure;  ///< in place of everything else

    /// Memory stays, to be used again.
    void clear() {
        rows.clear();
        rejected.clear();
        records = out_of_force = 0;
        failure = nullptr;
    }
};

}  // namespace scr::batch
