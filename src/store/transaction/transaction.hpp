#pragma once

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

    void commit() { connection_.execute("COMMIT"); }
    void roll_back() {
        // After some errors the database has rolled back by itself.
        if (connection_.in_transaction()) connection_.database().tryExec("ROLLBACK");
    }

 private:
    Connection& connection_;
};

}  // namespace scr::store
