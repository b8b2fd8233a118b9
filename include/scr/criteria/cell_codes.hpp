#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// What a record says of one fact, as one byte: answers that no comparison of the file tells apart
/// share a code. See ScreeningTable.
using Code = std::uint8_t;

/// The cells of one fact as they are most often written, each with its code. A cell is found by one
/// multiplication over its first 16 bytes and its length, and compared whole; what is not found is
/// left to read_cell, which alone knows what cells mean.
class CellCodes {
 public:
    /// No code: the cell is written in another way, or is no answer.
    static constexpr Code unusual = 0xFF;
    /// As many bytes from the beginning of a cell are read, however short it is.
    static constexpr std::size_t readable = 16;

    struct Entry {
        std::string text;
        Code code = unusual;
    };
    /// An entry may be left out where no table of reasonable size keeps it apart from another.
    explicit CellCodes(std::vector<Entry> entries);

    /// `readable` bytes must follow `cell`, whatever they hold.
    Code find(const char* cell, std::size_t length) const noexcept {
        const Key key = key_of(cell, length);
        const Slot& slot = slots_[index_of(key)];
        if (slot.key.low != key.low || slot.key.high != key.high || slot.key.length != key.length)
            return unusual;
        if (length > readable && std::memcmp(slot.text, cell, length) != 0) return unusual;
        return slot.code;
    }

 private:
    struct Key {
        std::uint64_t low = 0;   ///< the first eight bytes, zero behind the end
        std::uint64_t high = 0;  ///< the next eight
        std::uint32_t length = 0;
        bool operator==(const Key&) const = default;
    };
    /// By the number of bytes that belong to a cell: those of its first and second word that do. Of
    /// cells longer than the table fewer are looked at here; they are compared whole.
    struct Masks {
        static constexpr std::size_t count = 32;
        std::uint64_t low[count] = {};
        std::uint64_t high[count] = {};
        constexpr Masks() {
            for (std::size_t bytes = 0; bytes < count; ++bytes) {
                low[bytes] = first(bytes);
                high[bytes] = bytes > 8 ? first(bytes - 8) : 0;
            }
        }
        static constexpr std::uint64_t first(std::size_t bytes) {
            return bytes < 8 ? (std::uint64_t{1} << (8 * bytes)) - 1 : ~std::uint64_t{0};
        }
    };
    static const Masks masks;

    /// A line of the cache.
    struct alignas(64) Slot {
        Key key{0, 0, ~std::uint32_t{0}};  // no cell is so long: an empty slot meets none
        Code code = unusual;
        const char* text = nullptr;  ///< whole
    };

    static Key key_of(const char* cell, std::size_t length) noexcept {
        Key key{0, 0, static_cast<std::uint32_t>(length)};
        std::memcpy(&key.low, cell, 8);
        std::memcpy(&key.high, cell + 8, 8);
        key.low &= masks.low[length % Masks::count];
        key.high &= masks.high[length % Masks::count];
        return key;
    }
    std::size_t index_of(const Key& key) const noexcept {
        return ((key.low ^ (key.high << 7 | key.high >> 57) ^ key.length) * multiplier_) >> shift_;
    }
    std::vector<Key> keys() const;
    void find_multiplier(const std::vector<Key>&);
    bool keeps_apart(const std::vector<Key>&, std::size_t bits, std::uint64_t multiplier);
    void place(const std::vector<Key>&);

    std::vector<Entry> entries_;
    std::vector<Slot> table_;
    const Slot* slots_ = nullptr;  ///< of table_, without the check of each look-up
    std::uint64_t multiplier_ = 0;
    unsigned shift_ = 63;
};

inline constexpr CellCodes::Masks CellCodes::masks{};

}  // namespace scr::criteria
