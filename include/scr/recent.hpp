#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace scr {

/// What was found last, by a key: the last `count` things and at most as many again. Each time that
/// so many were asked for or added, those that were not are forgotten.
///
/// Things lie one after another and are found by open addressing (Knuth, The Art of Computer
/// Programming 6.4): a load asks for each record, and each piece of memory that is far from the one
/// before costs more than the comparison.
template <class Key, class Thing>
class Recent {
 public:
    explicit Recent(std::size_t count) : count_(count) {}

    /// Null where it is not known. Valid until the next call.
    Thing* find(const Key& key) {
        if (places_.empty()) return nullptr;
        const std::uint64_t hash = std::hash<Key>{}(key);
        const auto entry = place_of(hash, key).entry;
        if (entry == nobody) return nullptr;
        const bool first_time = !std::exchange(entries_[entry].lately, true);
        if (!first_time || ++lately_ < count_) return &entries_[entry].thing;
        forget_older();
        return &entries_[place_of(hash, key).entry].thing;
    }

    /// `key` must not be known.
    Thing& add(Key key, Thing thing) {
        if (lately_ >= count_) forget_older();
        if (places_.size() < 2 * (entries_.size() + 1)) spread(2 * (entries_.size() + 1));
        // The entry first: where there is no memory for it, no place refers to it.
        const std::uint64_t hash = std::hash<Key>{}(key);
        Entry& entry = entries_.emplace_back(hash, std::move(key), std::move(thing));
        place_of(hash, entry.key) = {tag_of(hash), static_cast<std::uint32_t>(entries_.size() - 1)};
        ++lately_;
        return entry.thing;
    }
    /// Gives back all memory.
    void forget() {
        entries_ = std::vector<Entry>();
        places_ = std::vector<Place>();
        lately_ = 0;
    }

 private:
    struct Entry {
        Entry(std::uint64_t h, Key k, Thing t) : hash(h), key(std::move(k)), thing(std::move(t)) {}
        std::uint64_t hash;
        Key key;
        Thing thing;
        bool lately = true;
    };
    static constexpr std::uint32_t nobody = UINT32_MAX;
    struct Place {
        std::uint32_t tag = 0;  ///< tells most other keys without a look at them
        std::uint32_t entry = nobody;
    };

    /// By the upper half of the hash; where to look first is by the lower.
    static std::uint32_t tag_of(std::uint64_t hash) {
        return static_cast<std::uint32_t>(hash >> 32);
    }

    /// Its own, or the one that it would take.
    Place& place_of(std::uint64_t hash, const Key& key) {
        for (std::uint64_t i = hash;; ++i) {
            Place& place = places_[i & (places_.size() - 1)];
            if (place.entry == nobody) return place;
            if (place.tag == tag_of(hash) && entries_[place.entry].key == key) return place;
        }
    }

    void spread(std::size_t least) {
        places_.assign(std::bit_ceil(least), {});
        for (std::uint32_t i = 0; i < entries_.size(); ++i) {
            std::uint64_t at = entries_[i].hash;
            while (places_[at & (places_.size() - 1)].entry != nobody) ++at;
            places_[at & (places_.size() - 1)] = {tag_of(entries_[i].hash), i};
        }
    }

    void forget_older() {
        std::erase_if(entries_, [](const Entry& entry) { return !entry.lately; });
        for (auto& entry : entries_) entry.lately = false;
        lately_ = 0;
        spread(places_.size());
    }

    std::size_t count_;
    std::size_t lately_ = 0;  ///< entries asked for or added since others were forgotten
    std::vector<Entry> entries_;
    /// A power of two of them, at most half in use.
    std::vector<Place> places_;
};

}  // namespace scr
