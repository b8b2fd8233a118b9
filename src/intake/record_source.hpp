#pragma once

#include <string>
#include <vector>

#include "intake/cells.hpp"

namespace scr::intake {

/// One form of input, read record by record; see RecordReader.
class RecordSource {
 public:
    virtual ~RecordSource() = default;
    virtual bool next(ReadResult& result) = 0;
    virtual std::vector<std::string> absent_defaulted_facts() const { return {}; }
};

}  // namespace scr::intake
