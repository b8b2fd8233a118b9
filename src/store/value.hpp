#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "scr/record/civil_date.hpp"

namespace scr::store {

struct Blob {
    std::string bytes;

    bool operator==(const Blob&) const = default;
};

/// A text that many rows share, and as it stands in the canonical JSON of a row.
struct SharedText {
    std::string text;
    std::string json;
};

/// What a column holds; null is the first alternative. A shared text is one to the database as any
/// other is, and none is ever read from it.
using Value = std::variant<std::monostate, std::int64_t, std::string, Blob,
                           std::shared_ptr<const SharedText>>;

inline bool is_null(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
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
