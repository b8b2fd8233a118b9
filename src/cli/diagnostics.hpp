#pragma once

#include <string>

#include "scr/failure.hpp"

namespace scr::cli {

class Output;

/// The block for people:
///
///     error: unknown answer for `died`: `yess`
///       --> intake.csv:31, column 4
///        = note: answers are yes, no, unknown
///     help: did you mean `yes`?
///
/// A text that already begins with `error:` (the diagnostics of a criteria file) stays as it is.
/// Lines end with a line feed, the last one too.
std::string render(const Failure&);

/// The same shape for what is no failure.
std::string render_warning(const std::string& text, const std::string& note = "",
                           const std::string& help = "");

/// Writes a rendered block, with its first word coloured where the stream is.
void print_block(Output&, const std::string& block);

/// The exit status of a failure (see scr(1)).
int exit_status(const Failure&);

/// The failure that stands for an exception that nobody foresaw (70).
Failure unforeseen(const char* what);

}  // namespace scr::cli
