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

/// Finds cells in the table of a CellCodes, which must outlive it. Three words: a loop over many
/// cells holds it in registers.
class CellFinder {
 public:
    /// No code: the cell is written in another way, or is no answer.
    static constexpr Code unusual = 0xFF;
    /// As many bytes from the beginning of a cell are read, however short it is.
    static constexpr std::size_t readable = 16;

    /// `readable` bytes must follow `cell`, whatever they hold.
    Code find(const char* cell, std::size_t length) const noexcept {
        const Key key = key_of(cell, length);
        const Slot& slot = slots_[index_of(key)];
        if (slot.key.low != key.low || slot.key.high != key.high || slot.key.length != key.length)
            return unusual;
        if (length > readable && std::memcmp(slot.text, cell, length) != 0) return unusual;
        return slot.code;
    }
    /// The same in fewer steps, for a table whose texts have eight bytes at most.
    Code find_short(const char* cell, std::size_t length) const noexcept {
        const Key key = short_key_of(cell, length);
        const Slot& slot = slots_[index_of(key)];
        return slot.key.low == key.low && slot.key.length == key.length ? slot.code : unusual;
    }

 private:
    friend class CellCodes;

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

    static Key short_key_of(const char* cell, std::size_t length) noexcept {
        Key key{0, 0, static_cast<std::uint32_t>(length)};
        std::memcpy(&key.low, cell, 8);
        key.low &= masks.low[length % Masks::count];
        return key;
    }
    static Key key_of(const char* cell, std::size_t length) noexcept {
        Key key = short_key_of(cell, length);
        std::memcpy(&key.high, cell + 8, 8);
        key.high &= masks.high[length % Masks::count];
        return key;
    }
    std::size_t index_of(const Key& key) const noexcept {
        return ((key.low ^ (key.high << 7 | key.high >> 57) ^ key.length) * multiplier_) >> shift_;
    }

    const Slot* slots_ = nullptr;
    std::uint64_t multiplier_ = 0;
    unsigned shift_ = 63;
};

inline constexpr CellFinder::Masks CellFinder::masks{};

/// The cells of one fact as they are most often written, each with its code. A cell is found by one
/// multiplication over its first 16 bytes and its length, and compared whole; what is not found is
/// left to read_cell, which alone knows what cells mean.
class CellCodes {
 public:
    static constexpr Code unusual = CellFinder::unusual;
    static constexpr std::size_t readable = CellFinder::readable;

    struct Entry {
        std::string text;
        Code code = unusual;
    };
    /// An entry may be left out where no table of reasonable size keeps it apart from another.
    explicit CellCodes(std::vector<Entry> entries);

    CellFinder finder() const noexcept { return finder_; }
    /// Whether `find_short` will do.
    bool all_short() const noexcept { return all_short_; }
    Code find(const char* cell, std::size_t length) const noexcept {
        return finder_.find(cell, length);
    }

 private:
    using Key = CellFinder::Key;
    using Slot = CellFinder::Slot;

    std::vector<Key> keys() const;
    void find_multiplier(const std::vector<Key>&);
    bool keeps_apart(const std::vector<Key>&, std::size_t bits, std::uint64_t multiplier);
    void place(const std::vector<Key>&);

    std::vector<Entry> entries_;
    std::vector<Slot> table_;
    CellFinder finder_;
    bool all_short_ = true;
};

}  // namespace scr::criteria
