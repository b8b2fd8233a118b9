#pragma once

#include "intake/input_buffer.hpp"

namespace scr::intake {

/// What the first bytes of an input say of it.
struct Opening {
    bool ndjson = false;  ///< otherwise CSV
    bool byte_order_mark = false;
};

/// Passes over a byte-order mark and blank lines, and looks at what follows. Throws Failure
/// (refused) for an empty input and for JSON that is not one object a line.
Opening read_opening(InputBuffer& input);

}  // namespace scr::intake
