#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace scr::text {

/// `text` as a JSON string with its quotes. Control characters become escapes; UTF-8 stays as it is
/// and must be valid.
std::string json_string(std::string_view text);

/// Appends what json_string returns.
void append_json_string(std::string& out, std::string_view text);

/// Appends a number in digits.
void append_number(std::string& text, std::int64_t number);

/// JSON with DEL, C1, bidirectional controls and U+2028/9 escaped as well, none of which a terminal
/// may see. Its meaning is the same.
std::string harmless_json(std::string_view json);

/// Builds one JSON text in memory, without spaces, keys in the order written: canonical as long as
/// the caller writes keys in a fixed order. Commas are placed by the writer.
class JsonWriter {
 public:
    JsonWriter() = default;
    /// Writes into the memory of a text that is no longer needed.
    explicit JsonWriter(std::string memory) : text_(std::move(memory)) { text_.clear(); }

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(bool truth);
    JsonWriter& null();
    /// A JSON text made elsewhere, put in as it stands.
    JsonWriter& raw(std::string_view json);

    /// Makes room for so many bytes in all.
    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    const std::string& text() const { return text_; }
    std::string take() { return std::move(text_); }

 private:
    void separate();
    std::string text_;
    bool need_comma_ = false;
};

/// A JSON array of strings.
template <class Strings>
void write_strings(JsonWriter& json, const Strings& strings) {
    json.begin_array();
    for (const auto& string : strings) json.value(string);
    json.end_array();
}

}  // namespace scr::text
