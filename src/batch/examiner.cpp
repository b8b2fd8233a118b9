#include "batch/examiner.hpp"

#include "scr/casework/examine.hpp"

namespace scr::batch {

using casework::IncomingRecord;
using casework::RejectedRecord;
using Behind = intake::BlockParser::Behind;

// A reference lies in its block, a tail in what was prepared.
static_assert(PlainRow::padding <= intake::Block::padding);
static_assert(PlainRow::padding <= Prepared::padding);

Examiner::Examiner(const std::vector<FilterInput>& inputs, const criteria::Criteria& criteria,
                   const FilterOptions& options)
    : inputs_(inputs),
      criteria_(criteria),
      options_(options),
      writer_(criteria, options),
      period_(criteria),
      counts_(criteria) {}

void Examiner::work(Stretch& stretch, Portion& portion) {
    portion.input = stretch.input;
    for (Other& single : stretch.singles) {
        ++portion.records;
        take_other(single, portion);
    }
    if (stretch.block.too_long) {
        ++portion.records;
        refuse(*stretch.block.too_long, portion);
    }
    if (stretch.block.size > 0) work_on_block(stretch, portion);
}

void Examiner::work_on_block(Stretch& stretch, Portion& portion) {
    intake::BlockParser& parser = parser_for(stretch);
    parser.begin(stretch.block);
    Group plain;
    Other other;
    for (;;) {
        const Behind behind = parser.next(plain, other);
        if (!plain.empty()) take_group(plain, portion);
        if (behind == Behind::end) return;
        if (behind != Behind::other) continue;
        ++portion.records;
        take_other(other, portion);
    }
}

/// Looks records up together, so that the wait for one is the wait for all.
void Examiner::take_group(Group group, Portion& portion) {
    GroupOf<VerdictMemory::Sought> sought;
    GroupOf<Prepared*> prepared;
    memory_->make_room();
    for (std::size_t i = 0; i < group.size(); ++i) sought[i] = memory_->seek(group[i].codes);
    for (std::size_t i = 0; i < group.size(); ++i) {
        prepared[i] = memory_->find(group[i].codes, sought[i]);
        __builtin_prefetch(prepared[i], 1);
    }
    append_group(group, prepared, portion);
}

void Examiner::append_group(Group group, const GroupOf<Prepared*>& prepared, Portion& portion) {
    GroupOf<PlainRow> rows;
    std::size_t count = 0;
    const auto append_rows = [&] {
        writer_.append_plain(portion.rows, {rows.data(), count});
        count = 0;
    };
    portion.records += group.size();
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (take_plain(group[i], prepared[i], portion)) {
            rows[count++] = {&group[i], prepared[i]->tail()};
            continue;
        }
        append_rows();
        Other other;
        parser_->read_again(group[i], other);
        take_other(other, portion);
    }
    append_rows();
}

/// False for a record about which something has to be said; `prepared` is null for a contradictory
/// one.
bool Examiner::take_plain(const intake::PlainRecord& record, Prepared* prepared, Portion& portion) {
    const bool left_out = record.regime_date && period_.leaves_out(*record.regime_date);
    if (prepared == nullptr || (left_out && options_.in_force_only)) return false;
    ++prepared->records;
    portion.out_of_force += left_out ? 1 : 0;
    return true;
}

void Examiner::take_other(Other& other, Portion& portion) {
    if (auto* const rejected = std::get_if<RejectedRecord>(&other))
        return refuse(std::move(*rejected), portion);
    if (auto rejected = take(std::get<IncomingRecord>(other), portion))
        refuse(*std::move(rejected), portion);
}

/// The refusal, where the record is not screened.
std::optional<RejectedRecord> Examiner::take(IncomingRecord& record, Portion& portion) {
    const bool left_out = period_.leaves_out(record);
    if (left_out && options_.in_force_only) return period_.refusal(record);
    auto examined = casework::examine(screener(), record, options_.blanks);
    if (auto* const rejected = std::get_if<RejectedRecord>(&examined)) return std::move(*rejected);
    portion.out_of_force += left_out ? 1 : 0;
    const auto& screening = std::get<criteria::Screening>(examined);
    counts_.add(screening);
    writer_.append(portion.rows, record, screening);
    return std::nullopt;
}

void Examiner::refuse(RejectedRecord rejected, Portion& portion) {
    writer_.append(portion.rows, rejected);
    portion.rejected.push_back(std::move(rejected));
}

intake::BlockParser& Examiner::parser_for(const Stretch& stretch) {
    const bool has_table = stretch.table != nullptr;
    if (!parser_ || parser_input_ != stretch.input || parser_has_table_ != has_table) {
        parser_ = inputs_[stretch.input].reader->block_parser(stretch.table);
        parser_input_ = stretch.input;
        parser_has_table_ = has_table;
    }
    if (has_table && !memory_) {
        memory_.emplace(*stretch.table, [this](const criteria::Screening& screening) {
            return writer_.tail(screening);
        });
    }
    return *parser_;
}

const criteria::Screener& Examiner::screener() {
    if (!screener_) screener_ = std::make_unique<criteria::Screener>(criteria_);
    return *screener_;
}

void Examiner::add_counts_to(OutcomeCounts& counts) const {
    counts.add(counts_);
    if (memory_) memory_->add_counts_to(counts);
}

}  // namespace scr::batch
