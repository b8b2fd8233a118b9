#include "criteria_toml/source_map.hpp"

#include <algorithm>

#include "scr/text/utf8.hpp"

namespace scr::criteria_toml {
namespace {

bool begins_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

SourceMap::SourceMap(std::string_view text) : text_(text) {
    lines_.push_back(text.starts_with(text::byte_order_mark) ? text::byte_order_mark.size() : 0);
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
        lines_.push_back(end + 1);
    lines_.push_back(text.size() + 1);
}

std::size_t SourceMap::offset(const toml::source_position& position) const {
    const std::size_t line = std::clamp<std::size_t>(position.line, 1, lines_.size() - 1) - 1;
    const std::size_t last = lines_[line + 1] - 1;
    std::size_t at = lines_[line];
    for (std::size_t column = 1; column < position.column && at < last; ++column) {
        ++at;
        while (at < last && !begins_code_point(text_[at])) ++at;
    }
    return std::min(at, last);
}

criteria::Span SourceMap::span(const toml::source_region& region) const {
    const std::size_t begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
}

}  // namespace scr::criteria_toml
