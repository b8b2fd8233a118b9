#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace scr::cli {

class Context;

/// How far a long command has come: on standard error, on a terminal only, from the second second
/// on, at most five times a second, and erased at the end. Nothing for `--quiet`, nor for a screen
/// reader, which repainting disturbs.
class Progress {
 public:
    /// `what`: in the plural, `screenings replayed`.
    Progress(Context& context, std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// `fraction`: how much of the whole that is, where it is known. The rate and what is left of
    /// the time are said as well.
    void at(std::size_t done, std::optional<double> fraction = std::nullopt);

    /// Takes the line away, before something else is written.
    void erase();

 private:
    using Clock = std::chrono::steady_clock;

    std::string line(std::size_t done, std::optional<double> fraction) const;

    Context& context_;
    std::string what_;
    bool wanted_;
    bool shown_ = false;
    Clock::time_point begun_;
    Clock::time_point next_;
};

}  // namespace scr::cli
