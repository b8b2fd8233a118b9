#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "store/table.hpp"
#include "store/value.hpp"

namespace scr::store {

/// Rows of one table that one event writes, with ids without a gap, in two pieces of memory however
/// many they are.
class RowGroup {
 public:
    /// `first_id`: of the first row to come.
    RowGroup(const Table& table, std::int64_t event, std::int64_t first_id)
        : table_(&table), event_(event), first_id_(first_id) {}

    /// Writes into the memory of a group that is no longer needed. To be called before the first
    /// row.
    void use_memory_of(RowGroup&& other);

    /// Adds the row with the next id. `values`: as many as the table has columns, in their order;
    /// their bytes are copied.
    void add(std::initializer_list<ValueView> values);

    const Table& table() const { return *table_; }
    std::int64_t event() const { return event_; }
    std::int64_t id(std::size_t row) const { return first_id_ + static_cast<std::int64_t>(row); }
    /// Number of rows.
    std::size_t size() const { return places_.size() / table_->columns.size(); }
    /// Of their texts and blobs.
    std::size_t bytes() const { return bytes_.size(); }
    /// Seen in this group, until a row is added.
    ValueView value(std::size_t row, std::size_t column) const;

 private:
    struct Place {
        std::int64_t at = 0;  ///< an integer itself; of bytes, their offset
        std::uint32_t size = 0;
        ValueView::Kind kind = ValueView::Kind::null;
    };

    const Table* table_;
    std::int64_t event_;
    std::int64_t first_id_;
    std::vector<Place> places_;
    std::string bytes_;
};

}  // namespace scr::store
