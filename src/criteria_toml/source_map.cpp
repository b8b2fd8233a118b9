#include "criteria_toml/source_map.hpp"

#include <algorithm>

namespace scr::criteria_toml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool begins_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

SourceMap::SourceMap(std::string_view text) {
    lines_.push_back(0);
    const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    for (std::size_t at = begin; at < text.size(); ++at) {
        if (!begins_code_point(text[at])) continue;
        offsets_.push_back(static_cast<std::uint32_t>(at));
        if (text[at] == '\n') lines_.push_back(offsets_.size());
    }
    offsets_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::size_t SourceMap::offset(const toml::source_position& position) const {
    const std::size_t line = std::clamp<std::size_t>(position.line, 1, lines_.size()) - 1;
    const std::size_t column = std::max<std::size_t>(position.column, 1) - 1;
    const std::size_t last = line + 1 < lines_.size() ? lines_[line + 1] - 1 : offsets_.size() - 1;
    return offsets_[std::min(lines_[line] + column, last)];
}

criteria::Span SourceMap::span(const toml::source_region& region) const {
    const std::size_t begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
}

}  // namespace scr::criteria_toml
