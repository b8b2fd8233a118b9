#pragma once

#include <simdjson.h>

#include "intake/json_keys.hpp"
#include "intake/json_record.hpp"
#include "intake/line_splitter.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/intake/block.hpp"

namespace scr::intake {

/// Reads blocks of NDJSON. Line ends are found first, so that a line that is not JSON cannot
/// disturb the next. A record is plain when its values are strings without escapes, whole numbers,
/// true, false or null, and its answers usual spellings; any other is parsed anew, whole.
class NdjsonBlockParser : public BlockParser {
 public:
    /// Without a table every record is another. The arguments must outlive the object.
    NdjsonBlockParser(const Columns&, const ReadOptions&, const criteria::ScreeningTable*,
                      ColumnsMet&);

    void begin(Block&) override;
    Kind next(PlainRecord&, Other&) override;
    void read_again(const PlainRecord&, Other&) override;

 private:
    /// What a column is to a plain record, by Column::position.
    struct Use {
        const criteria::CellCodes* cells = nullptr;  ///< of a fact
        bool ref = false;
        bool regime_date = false;
    };

    bool next_line();
    bool read_plain(PlainRecord&);
    /// The key from its first byte on, and the value as it is written.
    bool read_member(const char* key, std::string_view token, PlainRecord&);
    bool put_text(const Column*, std::string_view token, PlainRecord&);
    bool put_date(const Column&, std::string_view cell, PlainRecord&);

    const Columns& columns_;
    const criteria::ScreeningTable* table_;
    PlainRecord::Codes blank_{};
    std::vector<Use> uses_;
    const char* begin_ = nullptr;  ///< of the block
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t next_number_ = 1;
    Line line_;

    simdjson::ondemand::parser plain_parser_;
    JsonKeys keys_;
    std::vector<std::string_view> kept_;
    JsonRecordParser parser_;
};

}  // namespace scr::intake
