#pragma once

#include <string>
#include <vector>

#include "cli/output.hpp"

namespace scr::cli {

/// Rows in aligned columns for people. On a terminal columns are wrapped between words until the
/// table fits; where even the longest words do not fit side by side, a row is a block of
/// `heading: value`, so that no id is torn. Elsewhere nothing is wrapped. For a screen reader:
/// `heading: value`, one a line.
class Table {
 public:
    explicit Table(std::vector<std::string> headings) : headings_(std::move(headings)) {}

    /// One cell a heading.
    void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    bool empty() const { return rows_.empty(); }
    void print(Output&) const;

 private:
    void print_labelled(Output&) const;
    void print_blocks(Output&) const;
    /// For each column the most that `measure` makes of its heading and cells.
    template <class Measure>
    std::vector<std::size_t> widest(Measure measure) const;

    std::vector<std::string> headings_;
    std::vector<std::vector<std::string>> rows_;
};

/// The columns that the longest word of `text` takes.
std::size_t longest_word(std::string_view text);

/// Breaks `text` at spaces into lines of at most `width` columns; a longer word is cut.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace scr::cli
