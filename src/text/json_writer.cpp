#include "scr/text/json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "scr/text/fold.hpp"

namespace scr::text {
namespace {

/// What a byte becomes in a string: itself (0), an escape of two characters (the second of them),
/// or one of six (`u`).
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = 'u';
    table[0x7f] = 'u';
    table['"'] = '"';
    table['\\'] = '\\';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    return table;
}();

constexpr std::size_t longest_escape = 6;

char* write_control(char* to, unsigned char byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    to = std::copy_n("\\u00", 4, to);
    *to++ = digits[byte >> 4];
    *to++ = digits[byte & 15];
    return to;
}

/// Writes at most `longest_escape` bytes for each of the text.
char* write_escaped(char* to, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const char escape = escapes[byte];
        if (escape == 0) {
            *to++ = c;
        } else if (escape == 'u') {
            to = write_control(to, byte);
        } else {
            *to++ = '\\';
            *to++ = escape;
        }
    }
    return to;
}

/// Whether eight bytes are ASCII that stands for itself, or a part of UTF-8: what `escapes` says.
bool stand_for_themselves(std::uint64_t bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t tops = ones * 0x80;
    // The top bit of the lowest byte that is zero, and of none below it: enough to tell whether
    // any.
    const auto zeros = [](std::uint64_t word) { return (word - ones) & ~word & tops; };
    const std::uint64_t controls = (bytes - ones * 0x20) & ~bytes & tops;
    return (controls | zeros(bytes ^ ones * '"') | zeros(bytes ^ ones * '\\') |
            zeros(bytes ^ ones * 0x7F)) == 0;
}

std::uint64_t eight_bytes(const char* from) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, sizeof bytes);
    return bytes;
}

/// How many bytes of the text stand for themselves, in steps of eight; all of them where all do.
std::size_t plain_beginning(std::string_view text) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    std::size_t at = 0;
    for (; at + step <= text.size(); at += step) {
        if (!stand_for_themselves(eight_bytes(text.data() + at))) return at;
    }
    // The last eight, some of which were seen already, or fewer where there are no eight.
    const bool plain_end =
        text.size() < step
            ? std::ranges::all_of(
                  text, [](char c) { return escapes[static_cast<unsigned char>(c)] == 0; })
            : stand_for_themselves(eight_bytes(text.data() + text.size() - step));
    return plain_end ? text.size() : at;
}

bool is_harmful(char32_t point) {
    return (point >= 0x7F && point <= 0x9F) || point == 0x061C || point == 0x200E ||
           point == 0x200F || point == 0x2028 || point == 0x2029 ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    // What has escapes goes by way of a short buffer, which has room for whatever becomes of a
    // stretch.
    constexpr std::size_t stretch = 64;
    char buffer[stretch * longest_escape];
    out += '"';
    while (!text.empty()) {
        const std::size_t plain = plain_beginning(text);
        out.append(text.data(), plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        char* const end = write_escaped(buffer, text.substr(0, stretch));
        out.append(buffer, static_cast<std::size_t>(end - buffer));
        text.remove_prefix(std::min(stretch, text.size()));
    }
    out += '"';
}

std::string json_string(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

std::string harmless_json(std::string_view json) {
    std::string result;
    result.reserve(json.size());
    for (std::size_t offset = 0; offset < json.size();) {
        if (static_cast<unsigned char>(json[offset]) < 0x7F) {
            result += json[offset++];
            continue;
        }
        const auto point = code_point_at(json, offset);
        if (is_harmful(point.value)) {
            char digits[7];
            std::snprintf(digits, sizeof digits, "\\u%04x", static_cast<unsigned>(point.value));
            result += digits;
        } else {
            result += json.substr(offset, point.size);
        }
        offset += point.size;
    }
    return result;
}

void JsonWriter::separate() {
    if (need_comma_) text_ += ',';
    need_comma_ = true;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    text_ += '{';
    need_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    text_ += '}';
    need_comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    text_ += '[';
    need_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    text_ += ']';
    need_comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_json_string(text_, name);
    text_ += ':';
    need_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    append_json_string(text_, text);
    return *this;
}

void append_number(std::string& text, std::int64_t number) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text.append(digits, static_cast<std::size_t>(end - digits));
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    append_number(text_, number);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    separate();
    text_ += truth ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    text_ += json;
    return *this;
}

}  // namespace scr::text
