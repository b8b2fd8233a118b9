#pragma once

#include <utility>

#include "store/connection.hpp"

namespace scr::store {

/// A write transaction (BEGIN IMMEDIATE: the lock is taken at once). Rolled back unless committed.
class Transaction {
 public:
    explicit Transaction(Connection& connection) : connection_(connection) {
        connection_.execute("BEGIN IMMEDIATE");
    }
    ~Transaction() { roll_back(); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit() {
        connection_.execute("COMMIT");
        over_ = true;
    }
    void roll_back() {
        // Whatever is under way after it is another's. After some errors the database has rolled
        // back by itself.
        if (std::exchange(over_, true) || !connection_.in_transaction()) return;
        connection_.database().tryExec("ROLLBACK");
    }

 private:
    Connection& connection_;
    bool over_ = false;
};

}  // namespace scr::store
