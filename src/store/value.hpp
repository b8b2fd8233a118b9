#pragma once

#include <cstdint>
#include <optional>
#include <string>
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
