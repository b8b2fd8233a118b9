#include "intake/block_reader.hpp"

#include <algorithm>
#include <cstring>

#include "intake/byte_count.hpp"
#include "intake/csv_binding.hpp"
#include "intake/ndjson_records.hpp"

namespace scr::intake {

BlockReader::BlockReader(InputBuffer& input, RecordEnds ends, bool ndjson, std::size_t target)
    : input_(input),
      ends_(ends),
      ndjson_(ndjson),
      target_(target),
      rest_(input.unread()),
      line_(input.line()) {
    input.consume(rest_.size(), 0);
}

bool BlockReader::next(Block& block) {
    block.too_long.reset();
    block.size = 0;
    block.line = line_;
    std::size_t capacity = std::max(target_, 2 * rest_.size());
    block.bytes.resize(std::max(block.bytes.size(), capacity + Block::padding));
    std::copy(rest_.begin(), rest_.end(), block.bytes.begin());
    block.size = rest_.size();
    rest_.clear();
    for (;;) {
        if (!ended_) {
            const std::size_t got =
                input_.read(block.bytes.data() + block.size, capacity - block.size);
            ended_ = got < capacity - block.size;
            block.size += got;
        }
        if (cut(block, block.size)) return true;
        if (input_.broken()) input_.refuse_broken(line_);
        if (ended_) return false;
        if (block.size > record_limit + 2) {
            read_overlong(block);
            return true;
        }
        capacity *= 2;
        block.bytes.resize(capacity + Block::padding);
    }
}

/// Ends the block behind its last whole record, or with the input. False when there is neither.
/// What an input that broke off ends with is no record.
bool BlockReader::cut(Block& block, std::size_t size) {
    const bool ends_input = ended_ && !input_.broken();
    ends_.reset();
    ends_.follow({block.bytes.data(), size});
    const std::size_t end = ends_input ? size : ends_.last();
    if (end == RecordEnds::none || end == 0) return false;
    keep({block.bytes.data() + end, size - end});
    block.size = end;
    std::memset(block.bytes.data() + end, 0, Block::padding);
    block.last = ends_input;
    line_ += count_lines(block.text());
    return true;
}

/// Drops a record that is longer than one may be, whose beginning fills the block, and says so in
/// its place.
void BlockReader::read_overlong(Block& block) {
    CsvRecord record;
    record.line = line_;
    record.fault = CsvFault::too_long;
    std::string_view bytes = block.text();
    for (;;) {
        const std::size_t end = std::min(ends_.first(), bytes.size());
        line_ += count_lines(bytes.substr(0, end));
        if (end > 0) record.last_line = line_ - (bytes[end - 1] == '\n' ? 1 : 0);
        if (ends_.first() != RecordEnds::none) {
            keep(bytes.substr(end));
            break;
        }
        if (ended_) {
            if (ends_.within_quotes()) record.fault = CsvFault::never_closed;
            break;
        }
        const std::size_t got = input_.read(block.bytes.data(), target_);
        ended_ = got < target_;
        if (input_.broken()) input_.refuse_broken(line_);
        bytes = {block.bytes.data(), got};
        ends_.follow(bytes);
    }
    block.size = 0;
    block.last = ended_ && rest_.empty();
    block.too_long = ndjson_ ? line_too_long() : describe(record);
    block.too_long->line = record.line;
}

}  // namespace scr::intake
