#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "store/connection.hpp"
#include "store/name_filter.hpp"
#include "store/table.hpp"

namespace scr::store {

/// The names that agencies gave to the rows of a table, as far as they are known without a look.
///
/// A load asks for a name with every record, which is most often new. A look finds a place in an
/// index, and before it the thread that writes the rows of the load has to be waited for.
class HeldNames {
 public:
    /// `table`: one with a column `agency` that is sorted by names. Both must outlive it.
    HeldNames(Connection& connection, const Table& table);

    /// To be called when a change begins: others may have written since the one before.
    void begin_change();

    /// Whether the store surely held no row with this (non-blank) name when the change began. False
    /// where a look must tell, so always outside a change: others write meanwhile.
    bool lack(const std::string& agency, const std::string& name);

 private:
    std::string greatest_of(const std::string& agency);
    bool is_beyond(const std::string& agency, const std::string& name);
    bool knows_all();
    void read_on();

    Connection& connection_;
    std::string greatest_sql_;
    std::string newest_sql_;
    std::string after_sql_;

    /// The greatest of an agency's names when the change began, of agencies that were asked for.
    std::unordered_map<std::string, std::string> greatest_;
    std::int64_t newest_ = 0;  ///< the last row when the change began
    std::int64_t read_ = 0;    ///< the last row that the filter knows
    std::int64_t looks_ = 0;   ///< since the filter fell behind
    NameFilter filter_;
};

}  // namespace scr::store
