#include "cli/progress.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"

namespace scr::cli {
namespace {

constexpr std::string_view erase_line = "\r\x1b[K";

}  // namespace

Progress::Progress(Context& context, std::string what)
    : context_(context),
      what_(std::move(what)),
      wanted_(context.err().appearance().terminal && !context.err().appearance().accessible &&
              !context.quiet()),
      next_(Clock::now() + std::chrono::seconds(1)) {}

Progress::~Progress() {
    if (!shown_) return;
    try {
        context_.err().bytes(erase_line).flush();
    } catch (...) {  // NOLINT(bugprone-empty-catch): a terminal that is gone needs no erasing
    }
}

void Progress::at(std::size_t done) {
    if (!wanted_ || Clock::now() < next_) return;
    next_ = Clock::now() + std::chrono::milliseconds(200);
    context_.err().bytes(fmt::format("{}{} {}", erase_line, done, what_)).flush();
    shown_ = true;
}

}  // namespace scr::cli
