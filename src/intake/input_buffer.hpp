#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace scr::intake {

/// A record may take this many bytes, its line end not counted.
inline constexpr std::size_t record_limit = std::size_t{1} << 20;

/// The unread part of a stream, in one reused block of memory.
///
/// INVARIANT: `padding` zero bytes follow the unread ones, so that a parser may look past the end
/// and finds nothing there.
class InputBuffer {
 public:
    static constexpr std::size_t padding = 64;

    /// `name` stands for the stream in messages.
    InputBuffer(std::istream& input, std::string name);
    /// Without a stream: see borrow.
    InputBuffer() = default;

    /// Stands for `size` bytes of memory and no more, the first of which is of `line`. At least
    /// `padding` bytes follow them, of any content. They must outlive the reading.
    void borrow(char* bytes, std::size_t size, std::size_t line);

    std::string_view unread() const { return {base_ + begin_, end_ - begin_}; }
    /// The same bytes, which a reader may change in place until it consumes them.
    char* data() { return base_ + begin_; }

    /// Adds what the stream has at hand, waiting for at least one byte; false at its end. Pointers
    /// into the unread bytes are lost. Throws Failure when the stream cannot be read.
    bool fill();

    /// Reads into memory of the caller's until `room` bytes are there, the stream ends or it turns
    /// out to be broken; the count. Nothing must be unread.
    std::size_t read(char* to, std::size_t room);
    /// Whether `read` stopped because the stream is broken.
    bool broken() const { return broken_; }
    /// Throws the Failure that says so of `line`.
    [[noreturn]] void refuse_broken(std::size_t line) const;

    /// Passes over `bytes` unread bytes that hold `lines` line ends.
    void consume(std::size_t bytes, std::size_t lines);

    /// The line of the first unread byte, counted from 1.
    std::size_t line() const { return line_; }
    const std::string& name() const { return name_; }

 private:
    void make_room();
    std::size_t read_at_hand(char* to, std::size_t room);
    /// The bytes that `read` got, before the break where the stream turned out to be broken.
    template <class Read>
    std::size_t noting_faults(Read read);

    std::istream* input_ = nullptr;
    std::string name_;
    std::vector<char> bytes_;
    char* base_ = nullptr;  ///< of bytes_, or borrowed
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t line_ = 1;
    bool broken_ = false;
    std::string cause_;  ///< of the break; blank where nobody knows
};

}  // namespace scr::intake
