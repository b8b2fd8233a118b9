#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace scr::concurrent {

/// What one thread hands to another, in order and never more than `most` at a time.
template <class Item>
class Queue {
 public:
    explicit Queue(std::size_t most) : most_(most) {}

    /// What waits beyond it stays.
    void set_most(std::size_t most) {
        const std::scoped_lock lock(mutex_);
        most_ = most;
        changed_.notify_all();
    }

    /// Waits for room. False, and the item is lost, once the queue was abandoned.
    bool push(Item item) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return abandoned_ || waiting_.size() < most_; });
        if (abandoned_) return false;
        waiting_.push_back(std::move(item));
        changed_.notify_all();
        return true;
    }

    /// Waits for an item; nothing after the last one, or once the queue was abandoned.
    std::optional<Item> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return abandoned_ || finished_ || !waiting_.empty(); });
        if (abandoned_ || waiting_.empty()) return std::nullopt;
        return pop_first();
    }

    /// The same without waiting: nothing where nothing waits.
    std::optional<Item> try_pop() {
        const std::scoped_lock lock(mutex_);
        if (abandoned_ || waiting_.empty()) return std::nullopt;
        return pop_first();
    }

    /// Without waiting for room: the item is lost where there is none.
    void try_push(Item item) {
        const std::scoped_lock lock(mutex_);
        if (abandoned_ || waiting_.size() >= most_) return;
        waiting_.push_back(std::move(item));
        changed_.notify_all();
    }

    /// Nothing more will be pushed; what waits is still to be popped.
    void finish() { set(finished_); }

    /// Nobody pushes or pops any more.
    void abandon() { set(abandoned_); }

 private:
    std::optional<Item> pop_first() {
        std::optional<Item> item(std::move(waiting_.front()));
        waiting_.pop_front();
        changed_.notify_all();
        return item;
    }
    void set(bool& state) {
        const std::scoped_lock lock(mutex_);
        state = true;
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    // Under the mutex.
    std::size_t most_;
    std::deque<Item> waiting_;
    bool finished_ = false;
    bool abandoned_ = false;
};

}  // namespace scr::concurrent
