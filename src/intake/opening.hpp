#pragma once

#include "intake/input_buffer.hpp"

namespace scr::intake {

/// What the first bytes of an input say of it.
struct Opening {
    bool ndjson = false;  ///< otherwise CSV
    bool byte_order_mark = false;
};

/// What an input without records is.
enum class Empty { refused, accepted };

/// Passes over a byte-order mark and blank lines, and looks at what follows. Throws Failure
/// (refused) for what is still packed, for JSON that is not one object a line and, where that is to
/// be, an empty input, which is CSV otherwise.
Opening read_opening(InputBuffer& input, Empty empty = Empty::refused);

}  // namespace scr::intake
