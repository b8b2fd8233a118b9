#include "intake/ndjson_records.hpp"

#include <fmt/format.h>

#include <utility>

#include "intake/ndjson_block_parser.hpp"

namespace scr::intake {

namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;

/// How many records are held back at most until one names a fact.
constexpr std::size_t most_held = 1000;

RejectedRecord names_no_fact(const IncomingRecord& record, const criteria::Criteria& criteria) {
    RejectedRecord rejected = refusal(
        "", "the record names no fact, nor do those around it",
        fmt::format("`{}` asks for facts; without any, silence would answer for every record",
                    criteria.id),
        criteria.facts.empty() ? "" : fmt::format("add a key such as `{}`", criteria.facts[0].id));
    rejected.line = record.line;
    rejected.ref = reference_for_refusal(record.ref);
    return rejected;
}

}  // namespace

NdjsonRecords::NdjsonRecords(InputBuffer& input, const Columns& columns, const ReadOptions& options)
    : columns_(columns),
      options_(options),
      reserved_only_ok_(options.reserved_only_ok),
      lines_(input),
      met_(std::make_unique<ColumnsMet>(columns)),
      parser_(columns, options, *met_) {}

bool NdjsonRecords::next(ReadResult& result) {
    if (!looked_ahead_) look_ahead();
    if (!held_.empty()) {
        result = std::move(held_.front());
        held_.pop_front();
    } else if (!read(result)) {
        return false;
    }
    const auto* record = std::get_if<IncomingRecord>(&result);
    if (record != nullptr && facts_expected()) result = names_no_fact(*record, columns_.criteria());
    return true;
}

/// Reads until a record names a fact, and no farther than memory allows.
void NdjsonRecords::look_ahead() {
    looked_ahead_ = true;
    ReadResult result;
    while (facts_expected() && held_.size() < most_held && bytes_read_ < record_limit &&
           read(result)) {
        held_.push_back(std::move(result));
    }
}

bool NdjsonRecords::read(ReadResult& result) {
    Line line;
    if (!lines_.next(line)) return false;
    bytes_read_ += line.text.size();
    read_json_line(line, columns_, parser_, result);
    return true;
}

// What is held back, and what stands before the first fact, is read one by one.
bool NdjsonRecords::begin_blocks() {
    if (!looked_ahead_) look_ahead();
    if (!held_.empty() || facts_expected()) return false;
    lines_.release();
    return true;
}

std::unique_ptr<BlockParser> NdjsonRecords::block_parser(
    const criteria::ScreeningTable* table) const {
    return std::make_unique<NdjsonBlockParser>(columns_, options_, table, *met_);
}

std::vector<std::string> NdjsonRecords::mapped_and_not_met() const {
    std::vector<std::string> names;
    if (columns_.map() == nullptr) return names;
    for (const MappedColumn& mapped : columns_.map()->columns) {
        if (!met_->has(*columns_.own(mapped.column)))
            names.push_back(fmt::format("`{}` (our `{}`)", shown(mapped.header), mapped.column));
    }
    return names;
}

std::vector<std::string> NdjsonRecords::kept_and_not_met() const {
    std::vector<std::string> names;
    for (const std::string& name : options_.keep) {
        if (!met_->has(*columns_.find(name))) names.push_back(fmt::format("`{}`", shown(name)));
    }
    return names;
}

RejectedRecord line_too_long() {
    return refusal("", "the line is longer than 1 MB", "",
                   "look for a line end that is missing, or leave long texts out");
}

void read_json_line(const Line& line, const Columns& columns, JsonRecordParser& parser,
                    ReadResult& result) {
    IncomingRecord& record = blank_record(result, columns, line.number);
    auto rejected = line.too_long ? line_too_long() : parser.parse(line.text, record);
    if (!rejected) return;
    rejected->line = line.number;
    rejected->ref = reference_for_refusal(record.ref);
    result = *std::move(rejected);
}

}  // namespace scr::intake
