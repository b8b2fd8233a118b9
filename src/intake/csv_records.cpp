#include "intake/csv_records.hpp"

#include "intake/csv_block_parser.hpp"

namespace scr::intake {

CsvRecords::CsvRecords(InputBuffer& input, const Columns& columns, const ReadOptions& options)
    : columns_(columns),
      options_(options),
      splitter_(input, options.delimiter),
      binding_(header(), columns, options) {}

const CsvRecord& CsvRecords::header() {
    if (options_.header.empty()) {
        splitter_.next(csv_);
    } else {
        given_header_ = options_.header;
        given_header_.append(InputBuffer::padding, '\0');
        InputBuffer given;
        given.borrow(given_header_.data(), options_.header.size(), 1);
        CsvSplitter(given, options_.delimiter).next(csv_);
    }
    return csv_;
}

bool CsvRecords::next(ReadResult& result) {
    if (!splitter_.next(csv_)) return false;
    binding_.read(csv_, result);
    return true;
}

bool CsvRecords::begin_blocks() {
    splitter_.release();
    return true;
}

std::unique_ptr<BlockParser> CsvRecords::block_parser(const criteria::ScreeningTable* table) const {
    return std::make_unique<CsvBlockParser>(columns_, binding_, table, options_.delimiter);
}

std::vector<std::string> CsvRecords::absent_defaulted_facts() const {
    std::vector<std::string> absent;
    for (const auto& fact : columns_.criteria().facts) {
        if (fact.if_blank && !binding_.position_of(fact.id)) absent.push_back(fact.id);
    }
    return absent;
}

}  // namespace scr::intake
