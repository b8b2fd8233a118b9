#include "store/transaction/row_digester.hpp"

#include <system_error>
#include <utility>

namespace scr::store {
namespace {

constexpr std::size_t handed_over = 500;  // rows at a time
constexpr std::size_t most_waiting = 8;   // times so many, or whoever adds waits

}  // namespace

RowDigester::~RowDigester() {
    if (!thread_.joinable()) return;
    {
        const std::scoped_lock lock(mutex_);
        ended_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    thread_.join();
}

void RowDigester::add(const Table& table, std::int64_t id, std::vector<Value> values) {
    collected_.push_back({&table, id, std::move(values)});
    if (collected_.size() == handed_over) hand_over();
}

std::string RowDigester::finish(const Table& table) {
    wait();
    fold(std::exchange(collected_, {}));
    return digests_[&table].finish();
}

void RowDigester::hand_over() {
    auto rows = std::exchange(collected_, {});
    collected_.reserve(handed_over);
    if (!thread_.joinable()) start();
    // Without a thread, where the machine gives none, it is done at once.
    if (!thread_.joinable()) return fold(rows);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < most_waiting; });
    waiting_.push_back(std::move(rows));
    lock.unlock();
    changed_.notify_all();
}

void RowDigester::start() {
    try {
        thread_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
    }
}

void RowDigester::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
        if (ended_) return;
        const auto rows = std::move(waiting_.front());
        waiting_.pop_front();
        busy_ = true;
        lock.unlock();
        changed_.notify_all();
        try {
            fold(rows);
        } catch (...) {
            const std::scoped_lock failed(mutex_);
            failure_ = std::current_exception();
        }
        lock.lock();
        busy_ = false;
        changed_.notify_all();
    }
}

void RowDigester::fold(const Rows& rows) {
    for (const auto& row : rows) {
        digests_[row.table].add(canonical_row(*row.table, row.id, event_, row.values));
    }
}

void RowDigester::wait() {
    if (!thread_.joinable()) return;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.empty() && !busy_; });
    if (failure_) std::rethrow_exception(failure_);
}

}  // namespace scr::store
