#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "store/row_digest.hpp"
#include "store/table.hpp"
#include "store/value.hpp"

namespace scr::store {

/// Folds rows into the digest of their table's range. Of a large change that is a quarter of the
/// work, so a thread of its own does it once there is much of it; a small change starts none.
class RowDigester {
 public:
    /// `event`: that of the rows.
    explicit RowDigester(std::int64_t event) : event_(event) {}
    ~RowDigester();
    RowDigester(const RowDigester&) = delete;
    RowDigester& operator=(const RowDigester&) = delete;

    /// Rows of one table come in the order of their ids.
    void add(const Table&, std::int64_t id, std::vector<Value> values);

    /// The digest of the table's rows, once all are in. Throws what went wrong on the way.
    std::string finish(const Table&);

 private:
    struct Row {
        const Table* table = nullptr;
        std::int64_t id = 0;
        std::vector<Value> values;
    };
    using Rows = std::vector<Row>;

    void hand_over();
    void start();
    void work();
    void fold(const Rows&);
    void wait();

    std::int64_t event_;
    Rows collected_;
    std::map<const Table*, RangeDigest> digests_;  ///< the thread's, while it works

    std::mutex mutex_;
    std::condition_variable changed_;
    // Under the mutex.
    std::deque<Rows> waiting_;
    bool busy_ = false;
    bool ended_ = false;
    std::exception_ptr failure_;

    std::thread thread_;
};

}  // namespace scr::store
