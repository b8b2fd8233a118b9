#include "batch/pipeline.hpp"

#include <system_error>
#include <utility>

namespace scr::batch {
namespace {

constexpr std::size_t slots_a_worker = 3;

}  // namespace

Pipeline::Pipeline(std::vector<Worker*> workers, Source source, Deliver deliver)
    : workers_(std::move(workers)),
      source_(std::move(source)),
      deliver_(std::move(deliver)),
      ring_(slots_a_worker * workers_.size()) {}

void Pipeline::run() {
    work(*workers_.front(), true);
    helpers_.clear();  // joins them
    if (failure_) std::rethrow_exception(failure_);
}

// Helpers start when there is a second stretch: a small file is not worth a thread. Where the
// machine gives no more of them, those that are there do the work.
void Pipeline::start_helpers() {
    helpers_.reserve(workers_.size());
    try {
        for (std::size_t i = 1; i < workers_.size(); ++i)
            helpers_.emplace_back([this, i] { work(*workers_[i], false); });
    } catch (const std::system_error&) {
    }
}

void Pipeline::work(Worker& worker, bool leads) {
    Stretch stretch;
    Portion portion;
    while (const auto ticket = take(stretch, portion)) {
        try {
            if (leads && *ticket == 0 && !stretch.last) start_helpers();
            if (!portion.failure) worker.work(stretch, portion);
        } catch (...) {
            portion.failure = std::current_exception();
        }
        hand_on(*ticket, portion);
    }
}

/// Reads the next stretch, as soon as it is this thread's turn and there is room for its result.
std::optional<std::size_t> Pipeline::take(Stretch& stretch, Portion& portion) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] {
        const bool room = next_ticket_ < next_delivery_ + ring_.size();
        return stopped_ || ended_ || (!reading_ && room);
    });
    if (stopped_ || ended_) return std::nullopt;
    reading_ = true;
    lock.unlock();
    portion.clear();
    bool there = false;
    try {
        there = source_(stretch);
    } catch (...) {
        portion.failure = std::current_exception();
    }
    lock.lock();
    reading_ = false;
    ended_ = !there || stretch.last;
    changed_.notify_all();
    if (!there && !portion.failure) return std::nullopt;
    return next_ticket_++;
}

void Pipeline::hand_on(std::size_t ticket, Portion& portion) {
    std::unique_lock lock(mutex_);
    Slot& own = ring_[ticket % ring_.size()];
    std::swap(own.portion, portion);
    own.ready = true;
    if (delivering_) return;
    delivering_ = true;
    for (;;) {
        Slot& oldest = ring_[next_delivery_ % ring_.size()];
        if (!oldest.ready || stopped_) break;
        lock.unlock();
        const bool delivered = deliver(oldest.portion);
        lock.lock();
        oldest.ready = false;
        ++next_delivery_;
        stopped_ = stopped_ || !delivered;
        changed_.notify_all();
    }
    delivering_ = false;
}

bool Pipeline::deliver(Portion& portion) {
    try {
        if (portion.failure) std::rethrow_exception(portion.failure);
        deliver_(portion);
        return true;
    } catch (...) {
        failure_ = std::current_exception();
        return false;
    }
}

}  // namespace scr::batch
