#include "cli/output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>

#include "scr/text/utf8.hpp"

namespace scr::cli {
namespace {

constexpr std::size_t buffer_limit = 64 * 1024;

std::string_view escape_of(Style style) {
    switch (style) {
        case Style::bold: return "\x1b[1m";
        case Style::red: return "\x1b[1;31m";
        case Style::yellow: return "\x1b[1;33m";
        case Style::green: return "\x1b[32m";
        case Style::plain: break;
    }
    return "";
}

}  // namespace

void Output::append(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffer_limit) flush();
}

Output& Output::put(std::string_view text, Style style) {
    const bool styled = appearance_.colour && style != Style::plain;
    if (styled) append(escape_of(style));
    append(text::visible(text, true));
    if (styled) append("\x1b[0m");
    return *this;
}

Output& Output::end() {
    append("\n");
    return *this;
}

Output& Output::line(std::string_view text, Style style) {
    return put(text, style).end();
}

Output& Output::csv_row(std::span<const std::string> cells) {
    std::string row;
    for (const auto& cell : cells) {
        if (&cell != cells.data()) row += ',';
        row += csv_cell(cell);
    }
    append(harmless_row(std::move(row)));
    return end();
}

std::string Output::harmless_row(std::string row) const {
    return appearance_.terminal ? text::visible(row, true) : row;
}

Output& Output::json_line(std::string_view json) {
    append(harmless_json(json));
    return end();
}

Output& Output::bytes(std::string_view bytes) {
    if (bytes.size() < buffer_limit) {
        append(bytes);
    } else {
        flush();
        write(bytes);
    }
    return *this;
}

void Output::flush() {
    // Emptied first: after a failure nothing is written twice.
    const std::string out = std::move(buffer_);
    buffer_.clear();
    if (!out.empty()) write(out);
}

void Output::write(std::string_view bytes) {
    if (lost()) return;
    try {
        sink_(bytes);
    } catch (const ReaderGone&) {
        if (!outlives_reader_) throw;
        reader_left_ = true;
    } catch (const Failure& failure) {
        if (!outlives_reader_) throw;
        failure_ = failure;
    }
}

void Output::finish() {
    const bool outlived = outlives_reader_;
    // The work is done: who leaves now takes nothing from its status.
    outlive_reader();
    flush();
    if (!failure_) return;
    throw Failure(failure_->kind(), failure_->what(), "",
                  outlived ? "the work was done all the same: only what it prints is lost" : "");
}

Output::Sink descriptor_sink(int descriptor) {
    return [descriptor](std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
            if (written >= 0) {
                bytes.remove_prefix(static_cast<std::size_t>(written));
            } else if (errno == EPIPE) {
                throw ReaderGone{};
            } else if (errno != EINTR) {
                throw Failure(FailureKind::store, std::string("the output could not be written: ") +
                                                      std::strerror(errno));
            }
        }
    };
}

std::size_t terminal_width(int descriptor, const std::string& columns) {
    std::size_t width = 0;
    const auto read = std::from_chars(columns.data(), columns.data() + columns.size(), width);
    if (read.ec == std::errc() && width > 0) return width;
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

}  // namespace scr::cli
