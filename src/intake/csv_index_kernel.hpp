// Included once for each set of instructions, in a namespace of its own that has a `Chunk` and
// `write_places`; thus no include guard. What it includes must have been included before.

/// Bit i of the result: the number of bits of `bits` up to and with i is odd.
inline std::uint64_t parity_up_to(std::uint64_t bits) {
    for (const int shift : {1, 2, 4, 8, 16, 32}) bits ^= bits << shift;
    return bits;
}

/// The part of `bits` that lies before the end of a text of which `left` bytes are left.
inline std::uint64_t within(std::uint64_t bits, std::size_t left) {
    return left < 64 ? bits & ((std::uint64_t{1} << left) - 1) : bits;
}

inline CsvFound find(const char* bytes, std::size_t size, char delimiter, std::uint32_t* separators,
                     std::uint32_t* record_ends) {
    CsvFound found;
    std::uint32_t* separator = separators;
    std::uint32_t* record_end = record_ends;
    std::uint64_t quoted = 0;  // all bits: the chunk begins within quotes
    for (std::size_t at = 0; at < size; at += 64) {
        const Chunk chunk(bytes + at);
        const std::uint64_t quotes = within(chunk.equal_to('"'), size - at);
        std::uint64_t lines = within(chunk.equal_to('\n'), size - at);
        std::uint64_t both = within(chunk.equal_to(delimiter), size - at) | lines;
        found.ordinary = found.ordinary && within(~chunk.ascii(), size - at) == 0;
        if ((quotes | quoted) != 0) {
            found.quotes = true;
            const std::uint64_t inside = parity_up_to(quotes) ^ quoted;
            quoted = (inside >> 63) != 0 ? ~std::uint64_t{0} : 0;
            lines &= ~inside;
            both &= ~inside;
        }
        const auto before = static_cast<std::uint32_t>(separator - separators);
        const auto up_to_line = [&] {
            const std::uint64_t bits = both & (lines ^ (lines - 1));
            return before + static_cast<std::uint32_t>(std::popcount(bits));
        };
        // Most chunks have one line end or none: which of the two spares a branch.
        *record_end = up_to_line();
        record_end += lines != 0 ? 1 : 0;
        for (lines &= lines - 1; lines != 0; lines &= lines - 1) *record_end++ = up_to_line();
        separator = write_places(both, static_cast<std::uint32_t>(at), separator);
    }
    found.records = static_cast<std::size_t>(record_end - record_ends);
    return found;
}

inline CsvEnds find_ends(std::string_view text, char delimiter) {
    CsvEnds ends;
    std::uint64_t quoted = 0;     // all bits: the chunk begins within quotes
    std::uint64_t may_open = 1;   // a quote at the beginning of the chunk
    std::uint64_t irregular = 0;  // quotes
    char padded[64] = {};         // the last bytes, behind which nothing may be readable
    for (std::size_t at = 0; at < text.size(); at += 64) {
        const std::size_t left = text.size() - at;
        if (left < 64) std::memcpy(padded, text.data() + at, left);
        const Chunk chunk(left < 64 ? padded : text.data() + at);
        const std::uint64_t quotes = within(chunk.equal_to('"'), left);
        const std::uint64_t lines = within(chunk.equal_to('\n'), left);
        const std::uint64_t openers = within(chunk.equal_to(delimiter), left) | lines | quotes;
        const std::uint64_t inside = parity_up_to(quotes) ^ quoted;
        irregular |= quotes & inside & ~(openers << 1 | may_open);
        may_open = openers >> 63;
        quoted = (inside >> 63) != 0 ? ~std::uint64_t{0} : 0;
        if (const std::uint64_t found = lines & ~inside; found != 0) {
            if (!ends.first)
                ends.first = at + static_cast<std::size_t>(std::countr_zero(found)) + 1;
            ends.last = at + 64 - static_cast<std::size_t>(std::countl_zero(found));
        }
    }
    ends.within_quotes = quoted != 0;
    ends.regular = irregular == 0;
    return ends;
}
