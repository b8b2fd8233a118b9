#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scr/publication/segment.hpp"

namespace scr::documents {

/// The largest report that is read, in bytes.
inline constexpr std::size_t largest_report = 5'000'000;

/// A report as the publisher needs it: what to show, and every text to search.
struct ReadReport {
    std::string format;  ///< `markdown` or `text`
    /// The first heading of level 1; of a plain text its first paragraph, when that is one short
    /// line and more follows. Not in the body. May be blank.
    std::string title;
    std::string body_html;  ///< headings from h2 on, without skipped levels
    /// The source by line; then each paragraph, heading and cell as a reader sees it; link targets
    /// and their titles; last the file's name without folder and extension.
    std::vector<publication::Segment> segments;
};

/// Reads a report: `.txt` is plain text, any other name Markdown (CommonMark with tables). Links
/// keep only http, https and mailto addresses; of others the words stay.
///
/// Throws Failure refused, `where` being `file_name:line`, for what the leak check could not see
/// through or a page could not show: no text, not UTF-8, control characters, PDF, word processor
/// files, raw HTML, images, more than `largest_report` bytes.
ReadReport read_report(std::string_view bytes, const std::string& file_name);

}  // namespace scr::documents
