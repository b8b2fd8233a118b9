#include "cli/examined_records.hpp"

#include <system_error>
#include <utility>

namespace scr::cli {
namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;

// Handed over at a time: so many records, or fewer that are long.
constexpr std::size_t most_records = 1'000;
constexpr std::size_t most_bytes = std::size_t{1} << 20;
// So many times while the others work, and while the store waits for the disk.
constexpr std::size_t near_ahead = 5;
constexpr std::size_t far_ahead = 20;
// Of a text whose memory is used again, in bytes.
constexpr std::size_t longest_kept = 1'000;

/// Of those that may be long.
std::size_t bytes_of_texts(const ReadRecord& read) {
    const auto* incoming = std::get_if<IncomingRecord>(&read);
    if (incoming == nullptr) return 0;
    std::size_t bytes = incoming->summary.size();
    for (const auto& cell : incoming->kept) bytes += cell.text.size();
    return bytes;
}

/// Gives up the memory of long texts, so that what is used again does not grow with them.
void shorten(ReadRecord& read) {
    auto* const incoming = std::get_if<IncomingRecord>(&read);
    if (incoming == nullptr) return;
    const auto shorten_text = [](std::string& text) {
        if (text.capacity() > longest_kept) std::string().swap(text);
    };
    shorten_text(incoming->summary);
    for (auto& cell : incoming->kept) shorten_text(cell.text);
}

casework::RecordExaminer::Keeps keeps(const BatchOptions& options) {
    return {.facts = options.record, .screening = options.record && options.screen};
}

}  // namespace

std::size_t ExaminedRecord::bytes() const {
    const bool has_facts = examination && examination->facts;
    return (has_facts ? examination->facts->json.size() : 0) + bytes_of_texts(read);
}

ExaminedRecords::ExaminedRecords(const casework::CriteriaPointer& criteria,
                                 const BatchOptions& options)
    : options_(options),
      examiner_(criteria, options.blanks, keeps(options), SCR_VERSION),
      period_(criteria->criteria),
      input_(options.input, criteria->criteria),
      queue_(near_ahead),
      used_(far_ahead) {}

ExaminedRecords::~ExaminedRecords() {
    if (!thread_.joinable()) return;
    queue_.abandon();
    thread_.join();
}

void ExaminedRecords::read_far_ahead() {
    queue_.set_most(far_ahead);
}

bool ExaminedRecords::next(Records& records) {
    if (!std::exchange(started_, true) && options_.record && input_.all_are_files()) start();
    if (thread_.joinable()) return take(records);
    records.resize(1);
    if (!examine_next(records.front())) records.clear();
    return !records.empty();
}

/// What the thread has read ahead.
bool ExaminedRecords::take(Records& records) {
    queue_.set_most(near_ahead);
    give_back(std::exchange(records, {}));
    if (auto examined = queue_.pop()) {
        records = std::move(*examined);
        return true;
    }
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    return false;
}

void ExaminedRecords::give_back(Records records) {
    for (auto& record : records) shorten(record.read);
    used_.try_push(std::move(records));
}

bool ExaminedRecords::examine_next(ExaminedRecord& record) {
    record.examination.reset();
    record.out_of_force = false;
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

/// Examines as many as are handed over at a time, in the memory of `records`; false at the end.
/// After an exception they are those that came before it.
bool ExaminedRecords::fill(Records& records) {
    std::size_t count = 0;
    try {
        for (std::size_t bytes = 0; count < most_records && bytes < most_bytes; ++count) {
            if (count == records.size()) records.emplace_back();
            if (!examine_next(records[count])) break;
            bytes += records[count].bytes();
        }
    } catch (...) {
        records.resize(count);
        throw;
    }
    records.resize(count);
    return count > 0;
}

void ExaminedRecords::work() {
    Records records;
    try {
        while (fill(records)) {
            if (!queue_.push(std::exchange(records, used_.try_pop().value_or(Records{})))) return;
        }
    } catch (...) {
        failure_ = std::current_exception();
        // Those before the fault are taken as they would be one by one.
        if (!records.empty()) queue_.push(std::move(records));
    }
    queue_.finish();
    // Which takes a while, and the last records are still being stored.
    examiner_.forget();
}

}  // namespace scr::cli
