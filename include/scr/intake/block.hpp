#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/record/civil_date.hpp"

namespace scr::intake {

/// Whole records of an input as its bytes.
///
/// INVARIANT: `padding` readable bytes follow the `size` bytes.
struct Block {
    static constexpr std::size_t padding = 64;

    std::vector<char> bytes;  ///< at least `size` and `padding`; its memory is used again
    std::size_t size = 0;
    std::size_t line = 1;  ///< of the first byte, counted from 1
    bool last = false;     ///< nothing follows
    /// In place of bytes: a record that is too long to be kept.
    std::optional<casework::RejectedRecord> too_long;

    std::string_view text() const { return {bytes.data(), size}; }
};

/// A record in which everything is written in the usual way, as codes of its facts. `ref` lasts as
/// long as the block.
struct PlainRecord {
    using Codes = std::array<criteria::Code, criteria::ScreeningTable::fact_limit>;

    std::size_t line = 0;
    std::size_t place = 0;     ///< where in the block it begins
    std::string_view ref;      ///< without spaces around it
    alignas(8) Codes codes{};  ///< one a fact; what is absent is blank
    std::span<const casework::KeptView> kept;
    std::optional<record::CivilDate> regime_date;
};

/// Reads the records of blocks; use one a thread. Plain records come several at a time, since to
/// work on them together is faster than on one after the other. Records written in an unusual way
/// are read by the code that reads every record of a RecordReader, so that what cells mean, and why
/// a record is refused, stands in one place.
class BlockParser {
 public:
    using Other = std::variant<casework::IncomingRecord, casework::RejectedRecord>;
    using Group = std::span<const PlainRecord>;
    /// As many plain records come together at most.
    static constexpr std::size_t group_limit = 16;
    /// What stands behind a group.
    enum class Behind { group, other, end };

    virtual ~BlockParser() = default;
    /// The block must outlive the reading of its records; its bytes may be changed by it.
    virtual void begin(Block&) = 0;
    /// The next plain records, which may be none and last until the next call, and what stands
    /// behind them; if that is another record, `other` is it.
    virtual Behind next(Group& plain, Other& other) = 0;
    /// A plain record of the block as another: for those who have to say something of it.
    virtual void read_again(const PlainRecord&, Other& other) = 0;
};

}  // namespace scr::intake
