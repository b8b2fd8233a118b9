#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scr/digest/sha256.hpp"
#include "store/table.hpp"
#include "store/value.hpp"

namespace scr::store {

/// Rows of one table as lines of canonical JSON: id, event, then the columns in their order. Nulls,
/// secrets and salts are left out; bytes stand as their SHA-256.
class CanonicalRows {
 public:
    explicit CanonicalRows(const Table& table);

    /// One row, `values` by column, with a newline. Valid until the next call.
    const std::string& line(std::int64_t id, std::int64_t event, std::span<const ValueView> values);

 private:
    /// A column that enters the log.
    struct Covered {
        std::size_t column;
        std::string key;  ///< its name as it stands in front of its value
    };
    std::vector<Covered> covered_;
    std::string text_;
};

/// The digest of a range of rows of one table: SHA-256 over their lines in the order of ids.
class RangeDigest {
 public:
    explicit RangeDigest(const Table& table) : rows_(table) {}

    void add(std::int64_t id, std::int64_t event, std::span<const ValueView> values);
    std::string finish() { return sha256_.finish(); }

 private:
    CanonicalRows rows_;
    digest::Sha256 sha256_;
};

}  // namespace scr::store
