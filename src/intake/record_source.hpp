#pragma once

#include <memory>
#include <string>
#include <vector>

#include "intake/cells.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/intake/block.hpp"

namespace scr::intake {

/// One form of input, read record by record; see RecordReader.
class RecordSource {
 public:
    virtual ~RecordSource() = default;
    virtual bool next(ReadResult& result) = 0;
    virtual std::vector<std::string> absent_defaulted_facts() const { return {}; }
    virtual std::vector<std::string> mapped_and_not_met() const { return {}; }
    virtual std::vector<std::string> kept_and_not_met() const { return {}; }

    /// See RecordReader::begin_blocks. What the input then has unread begins with a record.
    virtual bool begin_blocks() = 0;
    virtual std::unique_ptr<BlockParser> block_parser(const criteria::ScreeningTable*) const = 0;
};

}  // namespace scr::intake
