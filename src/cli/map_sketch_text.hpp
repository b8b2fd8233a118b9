#pragma once

#include <string>
#include <vector>

#include "scr/intake/map_sketch.hpp"

namespace scr::cli {

class Output;

/// What a draft was made from.
struct SketchedFiles {
    const std::vector<std::string>& names;
    std::size_t records = 0;
    std::size_t unreadable = 0;
    const criteria::Criteria& criteria;
};

/// Writes a draft as a map. As long as it holds a `?` it is refused as a map, and as long as a
/// header is neither used nor ignored, so is the file.
void print_map_sketch(Output&, const intake::MapSketch&, const SketchedFiles&);

}  // namespace scr::cli
