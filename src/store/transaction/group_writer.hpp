#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "scr/concurrent/queue.hpp"
#include "store/awaiting_screening.hpp"
#include "store/connection.hpp"
#include "store/row_digest.hpp"
#include "store/transaction/row_group.hpp"
#include "store/transaction/row_group_insert.hpp"

namespace scr::store {

/// Rows that wait to be written.
struct WaitingRows {
    std::vector<RowGroup> groups;  ///< a table's after those that it refers to
    // See awaiting_screening.hpp.
    std::vector<std::int64_t> awaiting_screening;
    std::vector<ScreenedFacts> screened;
};

/// Writes the rows of a change, and folds them into the digests of their tables' ranges. Of a large
/// change that is more than half of the work, so a thread of its own does it once there is much of
/// it; a small change starts none.
class GroupWriter {
 public:
    explicit GroupWriter(Connection& connection) : connection_(connection) {}
    ~GroupWriter() { give_up(); }
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;

    /// Writes the rows soon. Until the next wait() nobody else may use the connection.
    void hand_over(WaitingRows rows);
    /// Rows that were handed over and written, for their memory; most often there are some.
    WaitingRows take_written();
    /// Waits until what was handed over is written.
    void wait();
    /// Writes the rows before it returns.
    void write(const WaitingRows& rows);
    /// Drops what was handed over and is not written yet. Then nobody uses the connection.
    void give_up();

    /// The digest of the rows of a table, of which there are some; call once for each, last.
    std::string finish_digest(const Table& table) { return digests_.at(&table).finish(); }

    // The first three throw what the database has to say against a row. Then rows were lost, and
    // the change with them.

 private:
    /// A thread while it writes.
    struct Run {
        explicit Run(std::size_t most_waiting) : queue(most_waiting), written(most_waiting) {}
        concurrent::Queue<WaitingRows> queue;
        concurrent::Queue<WaitingRows> written;
        std::exception_ptr failure;  ///< the thread's until it is joined
        std::thread thread;
    };

    bool start();
    void work(Run& run);
    void insert(const WaitingRows& rows);
    void fold(const WaitingRows& rows);
    void fold(const RowGroup& group);

    Connection& connection_;
    std::map<const Table*, RangeDigest> digests_;
    std::map<const Table*, RowGroupInsert> inserts_;  ///< the thread's while it writes
    std::unique_ptr<Run> run_;
};

}  // namespace scr::store
