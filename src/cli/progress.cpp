#include "cli/progress.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/context.hpp"

namespace scr::cli {
namespace {

constexpr std::string_view erase_line = "\r\x1b[K";

std::string time_left(double seconds) {
    if (seconds < 90) return fmt::format("{:.0f} s left", seconds);
    return fmt::format("{:.0f} min left", seconds / 60);
}

}  // namespace

Progress::Progress(Context& context, std::string what)
    : context_(context),
      what_(std::move(what)),
      wanted_(context.err().appearance().terminal && !context.err().appearance().accessible &&
              !context.quiet()),
      begun_(Clock::now()),
      next_(begun_ + std::chrono::seconds(1)) {}

Progress::~Progress() {
    try {
        erase();
    } catch (...) {  // NOLINT(bugprone-empty-catch): a terminal that is gone needs no erasing
    }
}

void Progress::erase() {
    if (!std::exchange(shown_, false)) return;
    context_.err().bytes(erase_line).flush();
}

void Progress::at(std::size_t done, std::optional<double> fraction) {
    if (!wanted_ || Clock::now() < next_) return;
    next_ = Clock::now() + std::chrono::milliseconds(200);
    context_.err().bytes(std::string(erase_line) + line(done, fraction)).flush();
    shown_ = true;
}

std::string Progress::line(std::size_t done, std::optional<double> fraction) const {
    const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
    auto text =
        fmt::format("{} {}, {:.0f} a second", done, what_, static_cast<double>(done) / seconds);
    if (fraction && *fraction > 0 && *fraction < 1) {
        text += ", " + time_left(seconds * (1 - *fraction) / *fraction);
    }
    return text;
}

}  // namespace scr::cli
