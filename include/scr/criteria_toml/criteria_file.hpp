#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/criteria.hpp"
#include "scr/criteria/document.hpp"

namespace scr::criteria_toml {

/// A larger file is refused unread.
inline constexpr std::size_t largest_file = 1'000'000;

/// How much of a criteria file is read: its head, or all but its examples and claims, which no
/// screening needs and which are half of a file. A part is read where it can be told apart at a
/// glance; otherwise the whole.
enum class Part { head, rules, whole };

/// The tree of a TOML text, entries in the order of the file. `name` is what messages call it.
/// Throws Failure (refused, with file, line and column) for what is no TOML: more than
/// `largest_file` bytes, invalid UTF-8, other than ASCII outside strings and comments, syntax.
criteria::Document read_document(std::string_view bytes, std::string name);

/// The same, with what is no TOML as diagnostics; the document then has a text but no tree.
struct DocumentReading {
    criteria::Document document;
    std::vector<criteria::Diagnostic> diagnostics;
};
DocumentReading try_document(std::string_view bytes, std::string name);

/// A criteria file read and checked. The diagnostics belong to the document: criteria::render.
struct LoadResult {
    criteria::Document document;
    criteria::ReadResult result;
};

/// Reads and checks a criteria file. Never throws Failure: what is no TOML is a diagnostic too, and
/// the document then has a text but no tree.
LoadResult load(std::string_view bytes, std::string name, Part part = Part::whole);

/// What the file says of itself; nothing where that cannot be read.
std::optional<criteria::CriteriaHead> load_head(std::string_view bytes);

}  // namespace scr::criteria_toml
