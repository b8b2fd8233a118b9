#pragma once

#include <cstddef>
#include <unordered_map>
#include <utility>

namespace scr::casework {

/// What was found last, by a key: the last `count` things and at most as many again. Of two halves
/// the older is forgotten when the newer is full; what is asked for again moves to the newer.
template <class Key, class Thing>
class Recent {
 public:
    explicit Recent(std::size_t count) : count_(count) {}

    /// Null where it is not known. Valid until the next call.
    Thing* find(const Key& key) {
        if (const auto known = newer_.find(key); known != newer_.end()) return &known->second;
        auto moved = older_.extract(key);
        if (moved.empty()) return nullptr;
        make_room();
        return &newer_.insert(std::move(moved)).position->second;
    }
    /// `key` must not be known.
    Thing& add(Key key, Thing thing) {
        make_room();
        return newer_.emplace(std::move(key), std::move(thing)).first->second;
    }
    void forget() {
        newer_.clear();
        older_.clear();
    }

 private:
    void make_room() {
        if (newer_.size() < count_) return;
        older_ = std::move(newer_);
        newer_.clear();
    }

    std::size_t count_;
    std::unordered_map<Key, Thing> newer_;
    std::unordered_map<Key, Thing> older_;
};

}  // namespace scr::casework
