#pragma once

#include <string>
#include <string_view>

#include "scr/criteria/criteria.hpp"
#include "scr/criteria/document.hpp"

namespace scr::criteria_toml {

/// A larger file is refused unread.
inline constexpr std::size_t largest_file = 1'000'000;

/// The tree of a TOML text, entries in the order of the file. `name` is what messages call it.
/// Throws Failure (refused, with file, line and column) for what is no TOML: more than
/// `largest_file` bytes, invalid UTF-8, other than ASCII outside strings and comments, syntax.
criteria::Document read_document(std::string_view bytes, std::string name);

/// A criteria file read and checked. The diagnostics belong to the document: criteria::render.
struct LoadResult {
    criteria::Document document;
    criteria::ReadResult result;
};

/// Reads and checks a criteria file. Never throws Failure: what is no TOML is a diagnostic too, and
/// the document then has a text but no tree.
LoadResult load(std::string_view bytes, std::string name);

}  // namespace scr::criteria_toml
