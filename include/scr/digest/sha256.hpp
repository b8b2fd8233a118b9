#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace scr::digest {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// SHA-256 over parts fed one after another, for what does not lie in memory as one piece. A copy
/// goes on by itself, so that what begins alike is read once.
class Sha256 {
 public:
    Sha256();

    void update(std::string_view bytes);
    /// The digest as 64 lower-case hexadecimal digits. Call once, last.
    std::string finish();

 private:
    /// The library's state, whose declaration stays out of this header.
    alignas(std::max_align_t) std::array<std::byte, 112> state_;
};

}  // namespace scr::digest
