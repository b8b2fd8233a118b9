#pragma once

#include <deque>

#include "intake/json_record.hpp"
#include "intake/line_splitter.hpp"
#include "intake/record_source.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::intake {

/// Records of an NDJSON file: one object a line, keys as in a CSV header, a missing key a blank.
/// The arguments must outlive the object.
///
/// As a CSV file without a fact column is refused, so are records without a fact as long as no
/// record of the file has named one. The first records are held back until one does.
class NdjsonRecords : public RecordSource {
 public:
    NdjsonRecords(InputBuffer& input, const Columns& columns, const ReadOptions& options);

    bool next(ReadResult& result) override;
    bool begin_blocks() override;
    std::unique_ptr<BlockParser> block_parser(const criteria::ScreeningTable*) const override;
    std::vector<std::string> mapped_and_not_met() const override;
    std::vector<std::string> kept_and_not_met() const override;

 private:
    void look_ahead();
    bool read(ReadResult& result);
    bool facts_expected() const { return !reserved_only_ok_ && !parser_.fact_named(); }

    const Columns& columns_;
    const ReadOptions& options_;
    bool reserved_only_ok_;
    LineSplitter lines_;
    std::unique_ptr<ColumnsMet> met_;
    JsonRecordParser parser_;
    std::deque<ReadResult> held_;
    std::size_t bytes_read_ = 0;
    bool looked_ahead_ = false;
};

/// Why a line that is longer than a record may be is refused.
casework::RejectedRecord line_too_long();

/// Reads a line into a record, or into why it is refused.
void read_json_line(const Line&, const Columns&, JsonRecordParser&, ReadResult&);

}  // namespace scr::intake
