#pragma once

#include <string>

#include "intake/input_buffer.hpp"
#include "intake/record_ends.hpp"
#include "scr/intake/block.hpp"

namespace scr::intake {

/// Cuts an input into blocks of whole records. What it keeps between two blocks is the beginning
/// of a record, at most as long as a record may be.
class BlockReader {
 public:
    /// Begins with what the input has unread, which must begin with a record; the input must
    /// outlive it. `target`: bytes of a block, which a long record may exceed.
    BlockReader(InputBuffer& input, RecordEnds ends, bool ndjson, std::size_t target);

    /// False at the end of the input.
    bool next(Block&);

 private:
    bool cut(Block&, std::size_t size);

    void read_overlong(Block&);
    void keep(std::string_view rest) { rest_.assign(rest); }

    InputBuffer& input_;
    RecordEnds ends_;
    bool ndjson_;
    std::size_t target_;
    std::string rest_;  ///< read, but not yet in a block
    std::size_t line_;
    bool ended_ = false;  ///< the input is
};

}  // namespace scr::intake
