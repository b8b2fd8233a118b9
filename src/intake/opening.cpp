#include "intake/opening.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/byte_count.hpp"
#include "intake/other_packing.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"

namespace scr::intake {

namespace {

using text::byte_order_mark;
constexpr std::string_view white_space = " \t\r\n";

bool skip_byte_order_mark(InputBuffer& input) {
    while (input.unread().size() < byte_order_mark.size() && input.fill()) {
    }
    if (!input.unread().starts_with(byte_order_mark)) return false;
    input.consume(byte_order_mark.size(), 0);
    return true;
}

/// False when nothing but white space is left. White space in front of the first text of its line
/// stays: in a file separated by tabs it is a column.
bool skip_blank_lines(InputBuffer& input) {
    for (;;) {
        const std::string_view bytes = input.unread();
        const std::size_t text = std::min(bytes.find_first_not_of(white_space), bytes.size());
        const std::string_view blank = bytes.substr(0, text);
        const std::size_t line = blank.rfind('\n') + 1;  // npos + 1 is 0
        input.consume(line, count_lines(blank));
        if (text < bytes.size() || bytes.size() - line > record_limit) return true;
        if (!input.fill()) return false;
    }
}

std::string_view first_line(InputBuffer& input) {
    std::size_t end = 0;
    while ((end = input.unread().find('\n', end)) == std::string_view::npos) {
        end = input.unread().size();
        if (end > record_limit || !input.fill()) break;
    }
    return text::trim(input.unread().substr(0, end));
}

[[noreturn]] void refuse(const InputBuffer& input, const std::string& text,
                         const std::string& help) {
    throw Failure(FailureKind::refused, text, fmt::format("{}:{}", input.name(), input.line()),
                  "a record is one JSON object on a line of its own", help);
}

}  // namespace

Opening read_opening(InputBuffer& input, Empty empty) {
    Opening opening;
    refuse_packed(input);
    opening.byte_order_mark = skip_byte_order_mark(input);
    if (!skip_blank_lines(input)) {
        if (empty == Empty::accepted) return opening;
        throw Failure(FailureKind::refused, fmt::format("`{}` is empty", input.name()),
                      input.name(), "records are CSV with a header or one JSON object a line");
    }
    const std::string_view bytes = text::trim(input.unread());
    if (bytes.starts_with('[')) {
        refuse(input, "the input is a JSON list", "put it through `jq -c '.[]'` first");
    }
    opening.ndjson = bytes.starts_with('{');
    if (opening.ndjson && first_line(input) == "{") {
        refuse(input, "the input is pretty-printed JSON", "put it through `jq -c .` first");
    }
    return opening;
}

}  // namespace scr::intake
