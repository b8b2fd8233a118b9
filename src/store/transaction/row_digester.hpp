#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "scr/concurrent/queue.hpp"
#include "store/row_digest.hpp"
#include "store/table.hpp"
#include "store/value.hpp"

namespace scr::store {

/// Folds rows into the digest of their table's range. Of a large change that is a quarter of the
/// work, so a thread of its own does it once there is much of it; a small change starts none.
class RowDigester {
 public:
    /// `event`: that of the rows.
    explicit RowDigester(std::int64_t event);
    ~RowDigester();
    RowDigester(const RowDigester&) = delete;
    RowDigester& operator=(const RowDigester&) = delete;

    /// Rows of one table come in the order of their ids; none after finish().
    void add(const Table&, std::int64_t id, std::vector<Value> values);

    /// The digest of the table's rows. Throws what went wrong on the way.
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

    std::int64_t event_;
    Rows collected_;
    std::size_t collected_bytes_ = 0;
    std::map<const Table*, RangeDigest> digests_;  ///< the thread's, until it is joined
    concurrent::Queue<Rows> queue_;
    std::exception_ptr failure_;  ///< the thread's as well
    std::thread thread_;
};

}  // namespace scr::store
