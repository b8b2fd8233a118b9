#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "store/connection.hpp"
#include "store/seal.hpp"
#include "store/table.hpp"
#include "store/transaction/group_writer.hpp"
#include "store/transaction/recent_rows.hpp"
#include "store/transaction/row_group.hpp"
#include "store/value.hpp"

namespace scr::store {

/// The one door through which rows of the log's tables are written: each is inserted and folded
/// into the digest of its table's range, so that no row escapes the event.
///
/// Rows wait until there are many, for together they are written in half of the time, or until
/// somebody reads the store, or of it what they belong to (see Of). So what the database has to say
/// against a row is thrown later.
class RowWriter final : public WaitingWriter {
 public:
    /// `event` will be the sequence number of the event, `instant` its time. One at a time for a
    /// connection.
    RowWriter(Connection& connection, std::int64_t event, std::string instant);
    ~RowWriter() override { end(false); }
    RowWriter(const RowWriter&) = delete;
    RowWriter& operator=(const RowWriter&) = delete;

    /// Adds a row with the next id, which is returned. `values`: the table's columns in order;
    /// their bytes are copied.
    std::int64_t insert(const Table& table, std::initializer_list<ValueView> values);

    /// Notes that the change concerns this record.
    void refer(const std::string& reference);

    bool empty() const { return ranges_.empty(); }
    /// The records concerned: at most a hundred, the first ones.
    const std::vector<std::string>& references() const { return references_; }
    void write_waiting() override;
    void write_waiting_of(std::initializer_list<const Table*> tables) override;
    void wait() override;

    /// Writes what waits. The body of the event, canonical JSON; the digests end here. Call once,
    /// last.
    std::string finish_body();

    Connection& connection() { return connection_; }
    RecentRows& recent() { return recent_; }
    std::int64_t event() const { return event_; }
    const std::string& instant() const { return instant_; }
    /// The transaction is over, with these rows or, not `committed`, without. Nothing can be added.
    void end(bool committed);
    Sealer& sealer() { return sealer_; }

 private:
    /// The rows that this change adds to one table. Ids are without a gap, for the transaction
    /// holds the write lock and nothing is deleted.
    struct Range {
        std::int64_t next() const { return waiting.id(waiting.size()); }

        std::int64_t first;
        RowGroup waiting;
    };
    Range* find_range(const Table& table);
    Range& range_of(const Table& table);
    /// A change that lost rows takes no more: the others must not be committed without them.
    void require_whole() const;
    /// Runs `write`, unless rows were lost before; after an exception they are.
    template <class Write>
    void guard(Write&& write);
    WaitingRows take_waiting();

    Connection& connection_;
    std::int64_t event_;
    std::string instant_;
    Sealer sealer_;
    GroupWriter writer_;
    std::vector<Range> ranges_;
    bool rows_wait_ = false;
    std::size_t waiting_bytes_ = 0;
    bool lost_rows_ = false;
    bool ended_ = false;
    std::vector<std::string> references_;
    std::int64_t references_left_out_ = 0;
    RecentRows recent_;
};

}  // namespace scr::store
