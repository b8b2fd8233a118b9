#include "cli/examined_records.hpp"

#include <system_error>
#include <utility>

namespace scr::cli {
namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;

// Handed over at a time: so many records, or fewer that are long.
constexpr std::size_t most_records = 100;
constexpr std::size_t most_bytes = std::size_t{1} << 20;
constexpr std::size_t most_waiting = 8;

casework::RecordExaminer::Keeps keeps(const BatchOptions& options) {
    return {.facts = options.record, .screening = options.record && options.screen};
}

}  // namespace

std::size_t ExaminedRecord::bytes() const {
    const auto* incoming = std::get_if<IncomingRecord>(&read);
    return (examination ? examination->facts_json.size() : 0) +
           (incoming != nullptr ? incoming->summary.size() : 0);
}

ExaminedRecords::ExaminedRecords(const casework::CriteriaPointer& criteria,
                                 const BatchOptions& options)
    : options_(options),
      examiner_(criteria, options.blanks, keeps(options), SCR_VERSION),
      period_(criteria->criteria),
      input_(options.input, criteria->criteria),
      queue_(most_waiting) {}

ExaminedRecords::~ExaminedRecords() {
    if (!thread_.joinable()) return;
    queue_.abandon();
    thread_.join();
}

bool ExaminedRecords::next(ExaminedRecord& record) {
    if (!std::exchange(started_, true) && options_.record && input_.all_are_files()) start();
    if (!thread_.joinable() && at_hand_.empty()) return examine_next(record);
    if (taken_ == at_hand_.size()) {
        auto records = queue_.pop();
        if (!records) {
            thread_.join();
            at_hand_.clear();
            if (failure_) std::rethrow_exception(failure_);
            return false;
        }
        at_hand_ = std::move(*records);
        taken_ = 0;
    }
    record = std::move(at_hand_[taken_++]);
    return true;
}

bool ExaminedRecords::examine_next(ExaminedRecord& record) {
    record = {};
    if (!input_.next(record.input, record.read)) return false;
    if (std::holds_alternative<IncomingRecord>(record.read)) examine(record);
    return true;
}

void ExaminedRecords::examine(ExaminedRecord& examined) {
    auto& record = std::get<IncomingRecord>(examined.read);
    examined.out_of_force = period_.leaves_out(record);
    if (examined.out_of_force && options_.in_force_only) {
        examined.read = period_.refusal(record);
        return;
    }
    auto found = examiner_.examine(record);
    if (auto* rejected = std::get_if<RejectedRecord>(&found)) {
        examined.read = std::move(*rejected);
    } else {
        examined.examination =
            std::get<std::shared_ptr<const casework::Examination>>(std::move(found));
    }
}

void ExaminedRecords::start() {
    try {
        thread_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
        // Where the machine gives no thread, each is examined when it is asked for.
    }
}

void ExaminedRecords::work() {
    try {
        Records records;
        std::size_t bytes = 0;
        ExaminedRecord record;
        while (examine_next(record)) {
            bytes += record.bytes();
            records.push_back(std::move(record));
            if (records.size() < most_records && bytes < most_bytes) continue;
            if (!queue_.push(std::exchange(records, {}))) return;
            bytes = 0;
        }
        if (!records.empty()) queue_.push(std::move(records));
    } catch (...) {
        failure_ = std::current_exception();
    }
    queue_.finish();
}

}  // namespace scr::cli
