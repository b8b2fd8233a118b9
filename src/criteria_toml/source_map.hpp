#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "scr/criteria/document.hpp"

namespace scr::criteria_toml {

/// From toml++'s places to byte offsets. Its columns count code points, a byte-order mark not
/// counted. The text must be valid UTF-8.
class SourceMap {
 public:
    explicit SourceMap(std::string_view text);

    /// A place beyond a line or the text is brought back to its end.
    std::size_t offset(const toml::source_position& position) const;
    criteria::Span span(const toml::source_region& region) const;

 private:
    std::vector<std::uint32_t> offsets_;  ///< of each code point, and of the end
    std::vector<std::size_t> lines_;  ///< position in `offsets_` of each line's first code point
};

}  // namespace scr::criteria_toml
