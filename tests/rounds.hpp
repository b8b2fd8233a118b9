#pragma once

namespace scr::test {

/// How often a random test goes round: in full, or under the sanitizers, where each round takes ten
/// times as long, a tenth of it. What is right is shown by the full number; the sanitizers look for
/// what no result shows.
constexpr int rounds(int in_full) {
#ifdef __SANITIZE_ADDRESS__
    return in_full / 10;
#else
    return in_full;
#endif
}

}  // namespace scr::test
