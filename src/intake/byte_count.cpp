#include "intake/byte_count.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace scr::intake {
namespace {

/// Counters of a byte each, side by side.
using Counters [[gnu::vector_size(16)]] = std::int8_t;
constexpr std::size_t lanes = sizeof(Counters);
/// Additions before their sum is taken: a counter of one byte holds no more.
constexpr std::size_t most_turns = 127;

std::size_t sum(const Counters& counters) {
    std::size_t total = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane)
        total += static_cast<std::size_t>(counters[lane]);
    return total;
}

}  // namespace

std::size_t count_byte(std::string_view bytes, char byte) {
    std::size_t count = 0;
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    const Counters wanted = Counters{} + byte;
    while (left >= lanes) {
        Counters counters{};
        const std::size_t turns = std::min(most_turns, left / lanes);
        for (std::size_t turn = 0; turn < turns; ++turn, at += lanes) {
            Counters chunk;
            std::memcpy(&chunk, at, lanes);
            counters -= chunk == wanted;  // true is -1
        }
        count += sum(counters);
        left -= turns * lanes;
    }
    return count + static_cast<std::size_t>(std::count(at, at + left, byte));
}

}  // namespace scr::intake
