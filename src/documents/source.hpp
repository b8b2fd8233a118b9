#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scr/documents/report_reader.hpp"

namespace scr::documents {

/// The file that is read: valid UTF-8 without a byte-order mark and without control characters.
struct Source {
    std::string_view text;
    std::string file_name;
};

/// The lines of `text`, without their ends (LF, CR LF or CR); none empty at the end of the file.
std::vector<std::string_view> lines_of(std::string_view text);

/// `line 12`, or `lines 12 to 14`.
std::string lines_in_words(int first, int last);

/// Throws: the file was refused for what stands in `lines` (1-based, at least one).
[[noreturn]] void refuse(const Source& source, const std::vector<int>& lines,
                         const std::string& text, const std::string& help);

/// Title, body and the segments of what is shown; those of the source are added by the caller.
ReadReport read_markdown(const Source& source);
ReadReport read_plain_text(const Source& source);

}  // namespace scr::documents
