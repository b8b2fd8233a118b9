#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/recent_rows.hpp"
#include "store/transaction/row_digester.hpp"
#include "store/value.hpp"

namespace scr::store {

/// The one door through which rows of the log's tables are written: each is inserted and folded
/// into the digest of its table's range, so that no row escapes the event.
class RowWriter {
 public:
    /// `event` will be the sequence number of the event, `instant` its time.
    RowWriter(Connection& connection, std::int64_t event, std::string instant)
        : connection_(connection), event_(event), instant_(std::move(instant)), digester_(event) {}

    /// Inserts a row with the next id, which is returned. `values`: the table's columns in order.
    std::int64_t insert(const Table& table, std::vector<Value> values);

    /// Notes that the change concerns this record.
    void refer(const std::string& reference);

    bool empty() const { return ranges_.empty(); }
    /// The records concerned: at most a hundred, the first ones.
    const std::vector<std::string>& references() const { return references_; }
    /// The body of the event, canonical JSON; the digests end here. Call once, last.
    std::string finish_body();

    Connection& connection() { return connection_; }
    RecentRows& recent() { return recent_; }
    const std::string& instant() const { return instant_; }

 private:
    /// The rows that this change adds to one table. Ids are without a gap, for the transaction
    /// holds the write lock and nothing is deleted.
    struct Range {
        Range(Connection& connection, const Table& of);
        const Table& table;
        Cursor statement;
        std::int64_t first;
        std::int64_t next;
    };
    Range& range_of(const Table& table);

    Connection& connection_;
    std::int64_t event_;
    std::string instant_;
    RowDigester digester_;
    std::vector<std::unique_ptr<Range>> ranges_;
    std::vector<std::string> references_;
    std::int64_t references_left_out_ = 0;
    RecentRows recent_;
};

}  // namespace scr::store
