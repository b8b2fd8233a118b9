// Included once for each set of instructions that has nothing better; see csv_index_kernel.hpp.

/// Writes the places of the bits of `bits`, counted from `base`. `places_at_once` are written
/// whether they are there or not, which spares a branch for each: few chunks have more.
inline std::uint32_t* write_places(std::uint64_t bits, std::uint32_t base, std::uint32_t* to) {
    const int count = std::popcount(bits);
    int written = 0;
    do {
        for (int i = 0; i < places_at_once; ++i) {
            to[written + i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
            bits &= bits - 1;
        }
        written += places_at_once;
    } while (written < count);
    return to + count;
}
