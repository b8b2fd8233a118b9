#pragma once

#include <signal.h>

#include <optional>
#include <string>

namespace scr::cli {

/// The lines that a person types on standard input. While it lives Ctrl-C is only noticed where a
/// line is waited for: what is done between two lines is done whole.
class TypedLines {
 public:
    TypedLines();
    ~TypedLines();
    TypedLines(const TypedLines&) = delete;
    TypedLines& operator=(const TypedLines&) = delete;

    /// The next line without its end; nothing when the input ended or Ctrl-C was typed. What was
    /// typed of a line before that is no line.
    std::optional<std::string> next();
    bool interrupted() const;
    /// Ends the program as Ctrl-C would have: the shell that called it stops too. Everything must
    /// be said and flushed before.
    [[noreturn]] void end_interrupted();

 private:
    bool read_more();
    void restore();

    std::string buffer_;
    sigset_t mask_before_{};
    struct sigaction action_before_ {};
    bool ended_ = false;
};

}  // namespace scr::cli
