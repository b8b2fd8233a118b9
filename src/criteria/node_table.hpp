#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace scr::criteria {

/// A node of a forest, or one of its terminals (top bit set).
using NodeId = std::uint32_t;

/// From 64-bit keys to nodes, in one block of memory: what a compilation looks up most, and a
/// single screening throws away at once. Open addressing with linear probing (Knuth, The Art of
/// Computer Programming 3, 6.4).
class NodeTable {
 public:
    /// The node of `key` that `is` accepts, or nothing: several nodes may share a key.
    template <class Accepts>
    const NodeId* find(std::uint64_t key, const Accepts& accepts) const {
        if (slots_.empty()) return nullptr;
        for (std::size_t at = home(key); slots_[at].node != none; at = next(at)) {
            if (slots_[at].key == key && accepts(slots_[at].node)) return &slots_[at].node;
        }
        return nullptr;
    }
    const NodeId* find(std::uint64_t key) const {
        return find(key, [](NodeId) { return true; });
    }

    /// `key` with that node must not be there yet. Pointers from `find` end here.
    void add(std::uint64_t key, NodeId node) {
        if ((count_ + 1) * 4 > slots_.size() * 3) grow();
        place({key, node});
        ++count_;
    }

    void clear() {
        slots_.clear();
        count_ = 0;
    }

 private:
    static constexpr NodeId none = 0xffff'ffffU;  // beyond every terminal of Forest::node_limit
    static constexpr std::size_t first_size = 64;
    struct Slot {
        std::uint64_t key = 0;
        NodeId node = none;
    };

    std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
    std::size_t home(std::uint64_t key) const {
        const std::uint64_t spread = key * 0x9e37'79b9'7f4a'7c15ULL;  // 2^64 by the golden ratio
        return static_cast<std::size_t>(spread >> 32) & (slots_.size() - 1);
    }
    void place(Slot slot) {
        std::size_t at = home(slot.key);
        while (slots_[at].node != none) at = next(at);
        slots_[at] = slot;
    }
    void grow() {
        const std::vector<Slot> before = std::move(slots_);
        slots_.assign(before.empty() ? first_size : before.size() * 2, {});
        for (const Slot& slot : before) {
            if (slot.node != none) place(slot);
        }
    }

    std::vector<Slot> slots_;  ///< a power of two of them
    std::size_t count_ = 0;
};

}  // namespace scr::criteria
