#include "intake/line_splitter.hpp"

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::intake {

bool LineSplitter::next(Line& line) {
    do {
        if (!read(line)) return false;
    } while (!line.too_long && text::trim(line.text).empty());
    return true;
}

/// Looks for the line end that `at_` then stands on; false when the buffer has none.
bool LineSplitter::find_end() {
    const std::string_view bytes = input_.unread();
    at_ = std::min(bytes.find('\n', at_), bytes.size());
    return at_ < bytes.size();
}

void LineSplitter::release() {
    input_.consume(consumed_, ended_ ? 1 : 0);
    consumed_ = at_ = 0;
    ended_ = false;
}

bool LineSplitter::read(Line& line) {
    release();
    line = {input_.line(), {}, false};
    while (!(ended_ = find_end())) {
        // Two bytes more may be a line end.
        if (at_ > record_limit + 2) {
            input_.consume(at_, 0);
            at_ = 0;
            line.too_long = true;
        }
        if (!input_.fill()) break;
    }
    if (at_ == 0 && !ended_ && !line.too_long) return false;
    consumed_ = at_ + (ended_ ? 1 : 0);
    std::string_view text = input_.unread().substr(0, at_);
    if (text.ends_with('\r')) text.remove_suffix(1);
    line.too_long = line.too_long || text.size() > record_limit;
    if (!line.too_long) line.text = text;
    return true;
}

}  // namespace scr::intake
