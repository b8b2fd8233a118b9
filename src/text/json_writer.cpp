#include "scr/text/json_writer.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>

#include "scr/text/fold.hpp"

namespace scr::text {
namespace {

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
        out += c;
    }
}

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f;
}

/// Whether eight bytes are plain, by one look at all of them: a byte that is zero after the
/// subtraction, or borrows in it, shows in its highest bit. A byte above 0x7F may be taken for one
/// that is not plain, which costs no more than a second look.
bool eight_plain(const char* bytes) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    constexpr std::uint64_t high = each * 0x80;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const auto has = [word](std::uint64_t byte) { return (word ^ (each * byte)) - each; };
    const std::uint64_t below_space = word - each * 0x20;
    return ((word | below_space | has('"') | has('\\') | has(0x7f)) & high) == 0;
}

std::size_t plain_prefix(std::string_view text) {
    std::size_t at = 0;
    while (text.size() - at >= 8 && eight_plain(text.data() + at)) at += 8;
    while (at < text.size() && is_plain(text[at])) ++at;
    return at;
}

/// Nearly every string is plain from end to end.
void append_string(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const std::size_t plain = plain_prefix(text);
        out.append(text.substr(0, plain));
        if (plain == text.size()) break;
        append_escaped(out, text[plain]);
        text.remove_prefix(plain + 1);
    }
    out += '"';
}

bool is_harmful(char32_t point) {
    return (point >= 0x7F && point <= 0x9F) || point == 0x061C || point == 0x200E ||
           point == 0x200F || point == 0x2028 || point == 0x2029 ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string out;
    append_string(out, text);
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
    append_string(text_, name);
    text_ += ':';
    need_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    append_string(text_, text);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    fmt::format_to(std::back_inserter(text_), "{}", number);
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
