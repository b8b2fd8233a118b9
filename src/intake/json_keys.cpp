#include "intake/json_keys.hpp"

#include <algorithm>
#include <cstring>

#include "intake/plain_json.hpp"

namespace scr::intake {

JsonKeys::Key::Key(std::string_view written, const Column* column, std::size_t position,
                   std::size_t slot)
    : size_(written.size()), column_(column), position_(position), slot_(slot) {
    const std::size_t head = std::min(written.size(), compared);
    rest_ = written.substr(head);
    std::memcpy(words_.data(), written.data(), head);
    std::memset(masks_.data(), 0xFF, head);
}

void JsonKeys::begin_line() {
    ++line_;
    next_ = keys_.data();
}

const JsonKeys::Key* JsonKeys::find_elsewhere(const char* at, const char* end) {
    for (const Key& key : keys_) {
        if (key.begins(at)) return once(&key);
    }
    return learn(at, end);
}

const JsonKeys::Key* JsonKeys::learn(const char* at, const char* end) {
    const char* const quote = next_quote(at, end);
    if (quote == nullptr) return nullptr;
    const std::string_view key{at, static_cast<std::size_t>(quote - at)};
    const char* const colon = behind_spaces(quote + 1);
    if (*colon != ':' || !is_plain_text(key)) return nullptr;
    const Column* const column = columns_.find(key);
    const bool passed_over = pass_over_ && columns_.read_elsewhere(key) == nullptr;
    if (keys_.size() == most_keys || (column == nullptr && !passed_over)) return nullptr;
    if (column != nullptr) met_.add(*column);
    const auto size = static_cast<std::size_t>(behind_spaces(colon + 1) - at);
    keys_.emplace_back(std::string_view{at, size}, column,
                       column ? column->position : columns_.size(), slot_of(key, column));
    last_line_.resize(std::max(last_line_.size(), keys_.back().slot() + 1));
    end_ = keys_.data() + keys_.size();
    return once(end_ - 1);
}

/// A key that is passed over has a slot of its own behind those of the columns.
std::size_t JsonKeys::slot_of(std::string_view key, const Column* column) {
    if (column != nullptr) return column->position;
    const auto known = std::find(passed_over_.begin(), passed_over_.end(), key);
    const auto place = static_cast<std::size_t>(known - passed_over_.begin());
    if (known == passed_over_.end()) passed_over_.emplace_back(key);
    return columns_.size() + place;
}

}  // namespace scr::intake
