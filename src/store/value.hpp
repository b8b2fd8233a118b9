#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "scr/record/civil_date.hpp"

namespace scr::store {

struct Blob {
    std::string bytes;

    bool operator==(const Blob&) const = default;
};

/// What a column holds; null is the first alternative.
using Value = std::variant<std::monostate, std::int64_t, std::string, Blob>;

inline bool is_null(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

/// A value that somebody else holds for as long as it is looked at. Made from whatever a column may
/// take, so that a row is written as a list of its parts.
class ValueView {
 public:
    enum class Kind : std::uint8_t { null, integer, text, blob };

    ValueView() = default;
    ValueView(std::int64_t integer) : kind_(Kind::integer), integer_(integer) {}
    ValueView(std::string_view text) : ValueView(Kind::text, text) {}
    ValueView(const std::string& text) : ValueView(Kind::text, text) {}
    ValueView(const char* text) : ValueView(Kind::text, text) {}
    ValueView(const Blob& blob) : ValueView(Kind::blob, blob.bytes) {}
    ValueView(const Value& value);
    /// A text's or a blob's bytes.
    ValueView(Kind kind, std::string_view bytes) : kind_(kind), bytes_(bytes) {}

    Kind kind() const { return kind_; }
    std::int64_t integer() const { return integer_; }
    std::string_view bytes() const { return bytes_; }

 private:
    Kind kind_ = Kind::null;
    std::int64_t integer_ = 0;
    std::string_view bytes_;
};

inline ValueView::ValueView(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        *this = *integer;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        *this = *text;
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
        *this = *blob;
    }
}

inline Value date_value(record::CivilDate date) {
    return record::to_text(date);
}

inline Value date_value(const std::optional<record::CivilDate>& date) {
    return date ? date_value(*date) : Value{};
}

inline Value id_value(const std::optional<std::int64_t>& id) {
    return id ? Value{*id} : Value{};
}

}  // namespace scr::store
