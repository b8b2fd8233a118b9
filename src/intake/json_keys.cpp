#include "intake/json_keys.hpp"

namespace scr::intake {

void JsonKeys::begin_line() {
    ++line_;
    next_ = 0;
}

const JsonKeys::Key* JsonKeys::find(std::string_view line) {
    const std::size_t count = keys_.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t position = next_ + i < count ? next_ + i : next_ + i - count;
        if (line.starts_with(keys_[position].text)) return once(position);
    }
    return learn(line.substr(0, line.find('"')));
}

const JsonKeys::Key* JsonKeys::once(std::size_t position) {
    next_ = position + 1 == keys_.size() ? 0 : position + 1;
    std::uint64_t& last = last_line_[keys_[position].slot];
    if (last == line_) return nullptr;
    last = line_;
    return &keys_[position];
}

const JsonKeys::Key* JsonKeys::learn(std::string_view written) {
    if (written.find('\\') != std::string_view::npos) return nullptr;
    const Column* const column = columns_.find(written);
    const bool passed_over = pass_over_ && columns_.read_elsewhere(written) == nullptr;
    if (keys_.size() == most_keys || (column == nullptr && !passed_over)) return nullptr;
    if (column != nullptr) met_.add(*column);
    // A key that is passed over has a slot of its own behind those of the columns.
    const std::size_t slot = column ? column->position : columns_.size() + keys_.size();
    if (last_line_.size() <= slot) last_line_.resize(slot + 1);
    keys_.push_back({std::string(written) + '"', column, slot});
    return once(keys_.size() - 1);
}

}  // namespace scr::intake
