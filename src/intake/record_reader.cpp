#include "scr/intake/record_reader.hpp"

#include <istream>

#include "intake/block_reader.hpp"
#include "intake/csv_records.hpp"
#include "intake/decoding.hpp"
#include "intake/ndjson_records.hpp"
#include "intake/opening.hpp"

namespace scr::intake {

struct RecordReader::State {
    State(std::istream& stream, const criteria::Criteria& criteria, ReadOptions given)
        : options(std::move(given)),
          columns(criteria, options.keep, options.facts_elsewhere, options.map.get()),
          unpacked_stream(unpacked(stream)),
          input(unpacked_stream ? *unpacked_stream : stream, options.name),
          // A part whose columns are named elsewhere may be empty, as a file of a header alone may.
          opening(read_opening(input, options.header.empty() ? Empty::refused : Empty::accepted)) {
        if (opening.ndjson) {
            source = std::make_unique<NdjsonRecords>(input, columns, options);
        } else {
            source = std::make_unique<CsvRecords>(input, columns, options);
        }
    }

    ReadOptions options;
    Columns columns;
    std::unique_ptr<std::istream> unpacked_stream;
    InputBuffer input;
    Opening opening;
    std::unique_ptr<RecordSource> source;
    std::optional<BlockReader> blocks;
};

RecordReader::RecordReader(std::istream& input, const criteria::Criteria& criteria,
                           ReadOptions options)
    : state_(std::make_unique<State>(input, criteria, std::move(options))) {}

namespace {

/// Blocks stay in the cache of a processor. Those of CSV have an index beside them; a record of
/// JSON is three times as long, and a block is handed on at a cost.
std::size_t usual_block(bool ndjson) {
    return std::size_t{1} << (ndjson ? 18 : 17);
}

}  // namespace

RecordReader::~RecordReader() = default;

bool RecordReader::next(std::variant<casework::IncomingRecord, casework::RejectedRecord>& result) {
    return state_->source->next(result);
}

bool RecordReader::begin_blocks() {
    if (!state_->source->begin_blocks()) return false;
    const RecordEnds ends(state_->options.delimiter, !state_->opening.ndjson);
    const bool ndjson = state_->opening.ndjson;
    const std::size_t wanted = state_->options.block_size;
    state_->blocks.emplace(state_->input, ends, ndjson, wanted > 0 ? wanted : usual_block(ndjson));
    return true;
}

bool RecordReader::next_block(Block& block) {
    return state_->blocks->next(block);
}

std::unique_ptr<BlockParser> RecordReader::block_parser(
    const criteria::ScreeningTable* table) const {
    return state_->source->block_parser(table);
}

bool RecordReader::is_ndjson() const {
    return state_->opening.ndjson;
}

bool RecordReader::had_byte_order_mark() const {
    return state_->opening.byte_order_mark;
}

std::vector<std::string> RecordReader::absent_defaulted_facts() const {
    return state_->source->absent_defaulted_facts();
}

std::vector<std::string> RecordReader::mapped_and_not_met() const {
    return state_->source->mapped_and_not_met();
}

std::vector<std::string> RecordReader::kept_and_not_met() const {
    return state_->source->kept_and_not_met();
}

criteria::CodedFacts RecordReader::coded_facts() const {
    const ColumnMap* const map = state_->options.map.get();
    return map != nullptr ? map->coded_facts(state_->columns.criteria()) : criteria::CodedFacts{};
}

}  // namespace scr::intake
