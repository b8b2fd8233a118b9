#pragma once

#include "intake/csv_binding.hpp"
#include "intake/record_source.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::intake {

/// Records of a CSV file. The constructor reads the header and throws Failure where it is no use;
/// the arguments must outlive the object.
class CsvRecords : public RecordSource {
 public:
    CsvRecords(InputBuffer& input, const Columns& columns, const ReadOptions& options);

    bool next(ReadResult& result) override;
    std::vector<std::string> absent_defaulted_facts() const override;
    bool begin_blocks() override;
    std::unique_ptr<BlockParser> block_parser(const criteria::ScreeningTable*) const override;

 private:
    const CsvRecord& header();

    const Columns& columns_;
    const ReadOptions& options_;
    CsvSplitter splitter_;
    std::string given_header_;
    CsvRecord csv_;
    CsvBinding binding_;
};

}  // namespace scr::intake
