#pragma once

#include <cstddef>
#include <string_view>

#include "intake/input_buffer.hpp"

namespace scr::intake {

struct Line {
    std::size_t number = 1;  ///< counted from 1
    std::string_view text;   ///< without its line end; valid until the next line is read
    bool too_long = false;   ///< then `text` is blank
};

/// Splits a text into lines that end in LF or CR LF. Blank lines are passed over.
class LineSplitter {
 public:
    explicit LineSplitter(InputBuffer& input) : input_(input) {}

    /// False at the end of the input.
    bool next(Line& line);
    /// Passes over the line that was read last, so that what is unread begins with the next.
    void release();

 private:
    bool read(Line& line);
    bool find_end();

    InputBuffer& input_;
    std::size_t consumed_ = 0;  ///< bytes of the line before, with its line end
    bool ended_ = false;        ///< whether it had one
    std::size_t at_ = 0;
};

}  // namespace scr::intake
