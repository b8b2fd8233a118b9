#pragma once

#include <string>

#include "cli/output.hpp"

namespace scr::cli {

/// What is printed of work that is not committed yet: it is kept until it is, and lost with it.
class HeldOutput {
 public:
    /// `out` must outlive it.
    explicit HeldOutput(Output& out)
        : out_(out), held_([this](std::string_view text) { text_ += text; }, out.appearance()) {}

    /// Where to print: as on the output itself.
    Output& out() { return held_; }
    /// Bytes kept, but for the last ones.
    std::size_t size() const { return text_.size(); }
    void release() {
        held_.flush();
        out_.bytes(text_);
        text_.clear();
    }
    void drop() {
        held_.flush();
        text_.clear();
    }

 private:
    Output& out_;
    std::string text_;
    Output held_;
};

}  // namespace scr::cli
