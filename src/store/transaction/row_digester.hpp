#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "scr/concurrent/queue.hpp"
#include "store/row_digest.hpp"
#include "store/transaction/row_group.hpp"

namespace scr::store {

/// Folds rows into the digest of their table's range. Of a large change that is a quarter of the
/// work, so a thread of its own does it once there is much of it; a small change starts none.
class RowDigester {
 public:
    RowDigester();
    ~RowDigester();
    RowDigester(const RowDigester&) = delete;
    RowDigester& operator=(const RowDigester&) = delete;

    /// The groups of one table come in the order of their ids; none after finish().
    void add(RowGroup group);

    /// The digest of the table's rows. Throws what went wrong on the way.
    std::string finish(const Table&);

 private:
    using Groups = std::vector<RowGroup>;

    RangeDigest& digest_of(const Table&);
    void hand_over();
    void start();
    void work();
    void fold(const Groups&);
    void fold(const RowGroup&);

    Groups collected_;
    std::size_t collected_rows_ = 0;
    std::size_t collected_bytes_ = 0;
    std::map<const Table*, RangeDigest> digests_;  ///< the thread's, until it is joined
    concurrent::Queue<Groups> queue_;
    std::exception_ptr failure_;  ///< the thread's as well
    std::thread thread_;
};

}  // namespace scr::store
