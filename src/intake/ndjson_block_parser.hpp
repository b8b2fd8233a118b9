#pragma once

#include "intake/json_keys.hpp"
#include "intake/json_record.hpp"
#include "intake/line_splitter.hpp"
#include "intake/plain_json.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/intake/block.hpp"

namespace scr::intake {

/// Reads blocks of NDJSON. A record is plain when its line is an object with nothing but plain
/// values (see plain_json.hpp) and its answers are usual spellings. The line of any other is found
/// first, so that one that is not JSON cannot disturb the next, and parsed by simdjson.
class NdjsonBlockParser : public BlockParser {
 public:
    /// Without a table every record is another. The arguments must outlive the object.
    NdjsonBlockParser(const Columns&, const ReadOptions&, const criteria::ScreeningTable*,
                      ColumnsMet&);

    void begin(Block&) override;
    Behind next(Group&, Other&) override;
    void read_again(const PlainRecord&, Other&) override;

 private:
    /// What a column is to a plain record, by Column::position.
    struct Use {
        const criteria::CellCodes* cells = nullptr;  ///< of a fact that is only looked up
        std::size_t fact = 0;
        bool coded = false;  ///< by a map, whose codes may hold any character
        bool ref = false;
        bool regime_date = false;
    };

    void bind(const criteria::ScreeningTable&);
    bool next_line();
    bool read_plain(PlainRecord&);
    const char* read_members(const char* at, PlainRecord&);
    const char* put_value(const JsonKeys::Key&, const char* at, PlainRecord&);
    const char* put_string(const Use&, const char* at, PlainRecord&);
    bool put_answer(const Use&, std::string_view cell, PlainRecord&);
    bool put_other(const Column*, const PlainValue&, PlainRecord&);
    bool put_date(const Column&, std::string_view cell, PlainRecord&);

    const Columns& columns_;
    const criteria::ScreeningTable* table_;
    PlainRecord::Codes blank_{};
    std::vector<Use> uses_;        ///< the last is that of every key that is passed over
    const char* begin_ = nullptr;  ///< of the block
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t next_number_ = 1;
    Line line_;

    JsonKeys keys_;
    std::array<PlainRecord, group_limit> records_;
    std::size_t kept_count_;  ///< of a record
    std::vector<casework::KeptView> group_kept_;
    std::span<casework::KeptView> kept_;  ///< of the record being read
    JsonRecordParser parser_;
};

}  // namespace scr::intake
