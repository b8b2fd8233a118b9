#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/publication/segment.hpp"
#include "scr/record/publication.hpp"

namespace scr::casework {

/// A report as the publisher needs it: what to show, and every text to search.
struct ReportText {
    std::string format;  ///< `markdown` or `text`
    std::string title;   ///< may be blank
    std::string body_html;
    std::vector<publication::Segment> segments;
};

/// Reads a report's bytes; the file's name tells the format. Throws Failure (refused) for what
/// could not be searched whole or shown.
using ReportReader =
    std::function<ReportText(std::string_view bytes, const std::string& file_name)>;

/// The text of a kept report, read again.
ReportText read_kept(const ReportReader&, const record::Report&);

}  // namespace scr::casework
