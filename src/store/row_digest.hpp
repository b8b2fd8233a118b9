#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "scr/digest/sha256.hpp"
#include "store/table.hpp"
#include "store/value.hpp"

namespace scr::store {

/// A row as canonical JSON: id, event, then the columns in their order. Nulls, secrets and salts
/// are left out; bytes stand as their SHA-256. `memory`: of a text that is no longer needed.
std::string canonical_row(const Table& table, std::int64_t id, std::int64_t event,
                          std::span<const ValueView> values, std::string memory = {});

/// The digest of a range of rows: SHA-256 over their canonical JSON, a line each, in the order of
/// ids.
class RangeDigest {
 public:
    void add(const std::string& canonical_row);
    std::string finish() { return sha256_.finish(); }

 private:
    digest::Sha256 sha256_;
};

}  // namespace scr::store
