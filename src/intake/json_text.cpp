#include "intake/json_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

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

/// What follows `at` but white space; NUL at the end.
char next_token(std::string_view line, std::size_t at) {
    const std::size_t next = line.find_first_not_of(" \t\r\n", at);
    return next == std::string_view::npos ? '\0' : line[next];
}

JsonSlip slip_at(std::string_view line, std::size_t at) {
    const char next = next_token(line, at + 1);
    switch (line[at]) {
        case '#': return JsonSlip::comment;
        case '/': return next == '/' || next == '*' ? JsonSlip::comment : JsonSlip::none;
        case '\'': return JsonSlip::single_quotes;
        case ',': return next == '}' || next == ']' ? JsonSlip::comma_at_end : JsonSlip::none;
        default: return JsonSlip::none;
    }
}

bool is_digit_of_json(char c) {
    return c >= '0' && c <= '9';
}

template <class Number>
bool is_out_of_range(std::string_view text) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ptr == end && read.ec == std::errc::result_out_of_range;
}

/// `text` begins like a number. One that is too small counts as nought.
bool is_too_large(std::string_view text) {
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    if (digits.size() > 1 && digits[0] == '0' && is_digit_of_json(digits[1])) return false;
    if (digits.find_first_not_of("0123456789") != std::string_view::npos)
        return digits.find('-') == std::string_view::npos && is_out_of_range<double>(text);
    return negative ? is_out_of_range<std::int64_t>(text) : is_out_of_range<std::uint64_t>(text);
}

}  // namespace

JsonSlip slip_in(std::string_view line) {
    int level = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') {
            at = end_of_string(line, at);
            continue;
        }
        level += nesting(line[at]);
        const JsonSlip slip = slip_at(line, at);
        if (slip != JsonSlip::none) return slip;
        if (level != 0 || line[at] != '}') continue;
        const char behind = next_token(line, at + 1);
        if (behind == '/' || behind == '#') return JsonSlip::comment;
        if (behind != '\0') return JsonSlip::text_behind;
    }
    return JsonSlip::none;
}

std::size_t too_large_number(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') at = end_of_string(line, at);
        if (at >= line.size() || (line[at] != '-' && !is_digit_of_json(line[at]))) continue;
        const std::size_t end =
            std::min(line.find_first_not_of("0123456789+-.eE", at), line.size());
        if (is_too_large(line.substr(at, end - at))) return at;
        at = end - 1;
    }
    return std::string_view::npos;
}

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
