#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "batch/portion.hpp"

namespace scr::batch {

/// Takes in one stretch after another; for one thread.
class Worker {
 public:
    virtual ~Worker() = default;
    virtual void work(Stretch&, Portion&) = 0;
};

/// Several threads that each read a stretch, work on it, and hand the result on, in the order in
/// which the stretches were read. There is no thread that only reads or only writes: whoever is
/// free reads next, and whoever completes the oldest result writes.
///
/// INVARIANT: no more stretches are under way than the ring has slots, so memory is bounded.
class Pipeline {
 public:
    /// The next stretch; false at the end. Called by one thread at a time.
    using Source = std::function<bool(Stretch&)>;
    /// Called by one thread at a time, in order.
    using Deliver = std::function<void(Portion&)>;

    /// One thread for each worker, the caller's included.
    Pipeline(std::vector<Worker*> workers, Source, Deliver);

    /// Until the source ends. The first thing thrown, by order of the stretches, is thrown on.
    void run();

 private:
    struct Slot {
        Portion portion;
        bool ready = false;
    };

    void work(Worker&, bool leads);
    std::optional<std::size_t> take(Stretch&, Portion&);
    void hand_on(std::size_t ticket, Portion&);
    bool deliver(Portion&);
    void start_helpers();

    std::vector<Worker*> workers_;
    Source source_;
    Deliver deliver_;

    std::mutex mutex_;
    std::condition_variable changed_;
    // Under the mutex.
    std::vector<Slot> ring_;
    std::size_t next_ticket_ = 0;
    std::size_t next_delivery_ = 0;
    bool reading_ = false;
    bool delivering_ = false;
    bool ended_ = false;
    bool stopped_ = false;
    std::exception_ptr failure_;

    std::vector<std::jthread> helpers_;
};

}  // namespace scr::batch
