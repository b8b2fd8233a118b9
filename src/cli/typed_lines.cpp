#include "cli/typed_lines.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace scr::cli {
namespace {

volatile std::sig_atomic_t ctrl_c_typed = 0;

void note_ctrl_c(int) {
    ctrl_c_typed = 1;
}

}  // namespace

TypedLines::TypedLines() {
    ctrl_c_typed = 0;
    struct sigaction action {};
    action.sa_handler = note_ctrl_c;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &action_before_);
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigprocmask(SIG_BLOCK, &blocked, &mask_before_);
}

TypedLines::~TypedLines() {
    restore();
}

void TypedLines::restore() {
    sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
    sigaction(SIGINT, &action_before_, nullptr);
}

/// False at the end of input, or when Ctrl-C was typed.
bool TypedLines::read_more() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    // The signal is let in for as long as the wait lasts, and not a moment longer: one that came
    // between a look at the flag and the wait would be noticed with the next line only.
    sigset_t waiting = mask_before_;
    sigdelset(&waiting, SIGINT);
    while (ppoll(&input, 1, nullptr, &waiting) < 0) {
        if (errno != EINTR || interrupted()) return false;
    }
    char block[4096];
    ssize_t size = 0;
    do {
        size = ::read(STDIN_FILENO, block, sizeof block);
    } while (size < 0 && errno == EINTR);
    if (size <= 0) return false;
    buffer_.append(block, static_cast<std::size_t>(size));
    return true;
}

std::optional<std::string> TypedLines::next() {
    auto end = buffer_.find('\n');
    while (end == std::string::npos) {
        ended_ = ended_ || !read_more();
        if (ended_) return std::nullopt;
        end = buffer_.find('\n');
    }
    std::string line = buffer_.substr(0, end);
    buffer_.erase(0, end + 1);
    return line;
}

bool TypedLines::interrupted() const {
    return ctrl_c_typed != 0;
}

void TypedLines::end_interrupted() {
    restore();
    std::signal(SIGINT, SIG_DFL);
    std::raise(SIGINT);
    // Where whoever started the program had the signal blocked.
    std::_Exit(128 + SIGINT);
}

}  // namespace scr::cli
