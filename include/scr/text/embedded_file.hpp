#pragma once

#include <span>
#include <string_view>

namespace scr::text {

/// A data file that was built into the program: its name without a folder, and its bytes.
struct EmbeddedFile {
    std::string_view name;
    std::string_view content;
};

}  // namespace scr::text
