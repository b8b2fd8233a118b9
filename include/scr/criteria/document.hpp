#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace scr::criteria {

/// A stretch of the file's text, in byte offsets; `begin == end` where only a place is known.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Node;

/// One `key = value` of a table.
struct Entry;

/// A table with its entries in the order of the file.
using Table = std::vector<Entry>;
using Array = std::vector<Node>;

/// A string with the place of each of its bytes, so that a fault inside it can be pointed at.
struct Text {
    std::string value;
    std::size_t begin = 0;  ///< offset in the file of the first byte of the content
    /// Offsets of the bytes of `value`, one more than it has; empty where they simply follow
    /// `begin`.
    std::vector<std::size_t> places;

    /// Where the bytes [from, to) of the value stand in the file.
    Span span(std::size_t from, std::size_t to) const;
    Span span() const { return span(0, value.size()); }
};

/// A civil date as the file writes it; the criteria room calculates nothing with it.
struct DateText {
    std::string value;  ///< `2015-03-26`
};

/// A value of a configuration text, free of the syntax that it was written in. An adapter makes it
/// (criteria_toml); the criteria room alone knows which keys mean what.
struct Node {
    std::variant<Table, Array, Text, std::int64_t, bool, DateText, double> value;
    Span span;
};

struct Entry {
    std::string key;
    Span key_span;
    Node node;
};

/// A criteria file as it was written: its name for messages, its text, its tree.
struct Document {
    std::string name;
    std::string text;
    Table root;
};

}  // namespace scr::criteria
