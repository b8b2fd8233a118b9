#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace scr {

/// Why a command could not do what it was asked; the value is the exit status (see scr(1)).
enum class FailureKind {
    usage = 2,        ///< the command line is wrong
    refused = 3,      ///< a file or a value was refused
    not_allowed = 4,  ///< not allowed now: no such case, wrong state, a leak was found
    store = 5,        ///< the store could not do it
    in_doubt = 6,     ///< an error at the very commit: running the same command again settles it
    bug = 70,         ///< a fault of this program
};

/// The one exception type. Adapters throw it; one place (cli) turns it into text and exit status.
/// Failures that the rules foresee (a step that is not allowed, a leak) are values, not exceptions.
///
/// Wording: lower case, no full stop, what the user wrote in backticks, never personal data.
class Failure : public std::runtime_error {
 public:
    /// `where` is a place such as `intake.csv:31`; `help` a command or an edit that works.
    Failure(FailureKind kind, const std::string& text, std::string where = "",
            std::string note = "", std::string help = "")
        : std::runtime_error(text),
          kind_(kind),
          where_(std::move(where)),
          note_(std::move(note)),
          help_(std::move(help)) {}

    FailureKind kind() const { return kind_; }
    const std::string& where() const { return where_; }
    const std::string& note() const { return note_; }
    const std::string& help() const { return help_; }

 private:
    FailureKind kind_;
    std::string where_;
    std::string note_;
    std::string help_;
};

}  // namespace scr
