#pragma once

#include <string>

namespace scr::publication {

/// A piece of a document's text that knows where it came from.
struct Segment {
    std::string text;    ///< valid UTF-8
    std::string where;   ///< `line 12`, `lines 12 to 14`, `link target at line 9`, `file name`
    int first_line = 0;  ///< of the source; 0 where the piece is in no line of it
    int last_line = 0;
};

}  // namespace scr::publication
