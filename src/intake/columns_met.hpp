#pragma once

#include <atomic>
#include <vector>

#include "intake/columns.hpp"

namespace scr::intake {

/// The columns that any line of NDJSON so far had a key for. Threads may share it: it is written
/// to when a parser meets a key for the first time, which is rare.
class ColumnsMet {
 public:
    explicit ColumnsMet(const Columns& columns) : met_(columns.size()) {}

    void add(const Column& column) { met_[column.position].store(true, std::memory_order_relaxed); }
    bool has(const Column& column) const {
        return met_[column.position].load(std::memory_order_relaxed);
    }

 private:
    std::vector<std::atomic<bool>> met_;
};

}  // namespace scr::intake
