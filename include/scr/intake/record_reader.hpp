#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/intake/block.hpp"
#include "scr/intake/column_map.hpp"

namespace scr::intake {

struct ReadOptions {
    std::string name = "standard input";  ///< for messages
    bool ignore_extra = false;            ///< unknown columns are passed over
    std::vector<std::string> keep = {};   ///< columns passed through unchanged, in this order
    std::vector<std::string> facts_elsewhere = {};  ///< known to other criteria: passed over
    std::shared_ptr<const ColumnMap> map = {};      ///< of a file in another's names; may be null
    char delimiter = ',';
    std::string header = {};  ///< CSV: the header of a file without one; blank: the file has one
    std::string header_file = {};   ///< that it was read from, for messages; blank: it was typed
    bool reserved_only_ok = false;  ///< a file without a fact column is accepted
    std::size_t block_size = 0;     ///< bytes that next_block aims at; 0: what suits the form
};

/// Reads records one at a time from CSV (RFC 4180, with a header) or NDJSON (input whose first byte
/// after white space is `{`), in constant memory: a line is at most 1 MB. What gzip or zstd packed
/// is unpacked.
///
/// The constructor reads the header. It throws Failure (refused) for an empty input unless a header
/// is given, for one that is packed otherwise, an unknown column (all of them in one message, each
/// with a suggestion), a repeated column, a column missing that the map or `--keep` names, or no
/// fact column at all.
class RecordReader {
 public:
    RecordReader(std::istream& input, const criteria::Criteria&, ReadOptions);
    ~RecordReader();

    /// The next record, or why it was refused; false at the end of input. A bad record never
    /// disturbs the next.
    bool next(std::variant<casework::IncomingRecord, casework::RejectedRecord>& result);

    /// Turns to reading blocks. False as long as the next record has to be read by `next`: in
    /// NDJSON until a record has named a fact.
    bool begin_blocks();
    /// The next whole records, or false at the end of input; after begin_blocks alone, instead of
    /// `next`.
    bool next_block(Block&);
    /// A reader of this input's blocks. With a table for these criteria it tells plain records from
    /// others. The reader and the table must outlive it.
    std::unique_ptr<BlockParser> block_parser(const criteria::ScreeningTable*) const;

    bool is_ndjson() const;
    /// A byte-order mark was dropped, which deserves a warning.
    bool had_byte_order_mark() const;
    /// Facts with `if_blank` whose column is absent from a CSV header: silence answers for every
    /// record.
    std::vector<std::string> absent_defaulted_facts() const;
    /// Keys of NDJSON that the map names and no record so far had, as messages call them. A CSV
    /// header without one of them was refused.
    std::vector<std::string> mapped_and_not_met() const;
    /// The same for keys that are to be kept.
    std::vector<std::string> kept_and_not_met() const;
    /// How the cells of the facts are written, for a ScreeningTable; lasts as long as the reader.
    criteria::CodedFacts coded_facts() const;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace scr::intake
