#pragma once

#include <toml++/toml.h>

#include <string_view>
#include <vector>

#include "scr/criteria/document.hpp"

namespace scr::criteria_toml {

/// From toml++'s places to byte offsets. Its columns count code points, a byte-order mark not
/// counted. The text must be valid UTF-8 and outlive this.
class SourceMap {
 public:
    explicit SourceMap(std::string_view text);

    /// A place beyond a line or the text is brought back to its end.
    std::size_t offset(const toml::source_position& position) const;
    criteria::Span span(const toml::source_region& region) const;

 private:
    std::string_view text_;
    std::vector<std::size_t> lines_;  ///< where each begins, and one past the end of the text
};

}  // namespace scr::criteria_toml
