#include "intake/json_text.hpp"

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

/// The offset of the quote that closes the string opened at `at`, or the end of the line.
std::size_t end_of_string(std::string_view line, std::size_t at) {
    for (++at; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] == '\\') ++at;
    }
    return std::min(at, line.size());
}

int nesting(char byte) {
    if (byte == '{' || byte == '[') return 1;
    return byte == '}' || byte == ']' ? -1 : 0;
}

}  // namespace

std::string_view key_around(std::string_view line, std::size_t offset) {
    std::string_view key;
    std::string_view last_string;
    int level = 0;
    for (std::size_t at = 0; at < std::min(offset, line.size()); ++at) {
        level += nesting(line[at]);
        if (line[at] == '"') {
            const std::size_t end = end_of_string(line, at);
            last_string = line.substr(at + 1, end - at - 1);
            at = end;
        } else if (level == 1 && line[at] == ':') {
            key = last_string;
        } else if (level == 1 && line[at] == ',') {
            key = {};
        }
    }
    return key;
}

std::string_view written_value(std::string_view line, std::size_t pair) {
    std::size_t begin = 0;
    int level = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        level += nesting(line[at]);
        const bool closes = (level == 1 && line[at] == ',') || level == 0;
        if (line[at] == '"') {
            at = end_of_string(line, at);
        } else if (level == 1 && line[at] == ':') {
            begin = at + 1;
        } else if (closes && begin > 0 && pair-- == 0) {
            return text::trim(line.substr(begin, at - begin));
        }
    }
    return {};
}

}  // namespace scr::intake
