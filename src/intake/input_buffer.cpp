#include "intake/input_buffer.hpp"

#include <algorithm>
#include <cstring>
#include <istream>

#include "intake/decoding.hpp"
#include "scr/failure.hpp"

namespace scr::intake {

namespace {
constexpr std::size_t block = std::size_t{1} << 16;
}

InputBuffer::InputBuffer(std::istream& input, std::string name)
    : input_(&input), name_(std::move(name)), bytes_(block + padding), base_(bytes_.data()) {}

void InputBuffer::borrow(char* bytes, std::size_t size, std::size_t line) {
    base_ = bytes;
    begin_ = 0;
    end_ = size;
    line_ = line;
}

void InputBuffer::make_room() {
    if (begin_ > 0) {
        std::memmove(bytes_.data(), data(), end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (bytes_.size() < end_ + block + padding) bytes_.resize(2 * end_ + block + padding);
    base_ = bytes_.data();
}

// What is at hand is taken at once: a filter answers a slow sender line by line, not block by
// block.
std::size_t InputBuffer::read_at_hand(char* to, std::size_t room) {
    if (!input_->good() || input_->peek() == std::istream::traits_type::eof()) return 0;
    const std::streamsize at_hand = input_->rdbuf()->in_avail();
    const auto most = static_cast<std::streamsize>(room);
    input_->read(to, at_hand > 0 ? std::min(at_hand, most) : most);
    return static_cast<std::size_t>(input_->gcount());
}

template <class Read>
std::size_t InputBuffer::noting_faults(Read read) {
    try {
        const std::size_t got = read();
        // The end of a stream and a fault of the disk look alike to a reader that does not ask.
        broken_ = input_->bad();
        return got;
    } catch (const UnpackingFault& fault) {
        broken_ = true;
        cause_ = fault.what();
        return fault.delivered;
    }
}

void InputBuffer::refuse_broken(std::size_t line) const {
    throw Failure(FailureKind::refused, "`" + name_ + "` could not be read to its end",
                  name_ + ":" + std::to_string(line), cause_,
                  cause_.empty() ? "" : "fetch or pack the file anew");
}

bool InputBuffer::fill() {
    if (input_ == nullptr) return false;
    make_room();
    const std::size_t got =
        noting_faults([&] { return read_at_hand(base_ + end_, bytes_.size() - end_ - padding); });
    if (broken_) refuse_broken(line_);
    end_ += got;
    std::memset(base_ + end_, 0, padding);
    return got > 0;
}

std::size_t InputBuffer::read(char* to, std::size_t room) {
    if (!input_->good()) return 0;
    return noting_faults([&] {
        input_->read(to, static_cast<std::streamsize>(room));
        return static_cast<std::size_t>(input_->gcount());
    });
}

void InputBuffer::consume(std::size_t bytes, std::size_t lines) {
    begin_ += bytes;
    line_ += lines;
}

}  // namespace scr::intake
