#include "store/transaction/row_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scr/failure.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::store {
namespace {

constexpr std::size_t most_references = 100;

// More bring little and leave the processor's cache.
constexpr std::size_t most_waiting_rows = 500;
constexpr std::size_t most_waiting_bytes = std::size_t{1} << 20;

std::int64_t next_id(Connection& connection, const Table& table) {
    return connection.integer(fmt::format("SELECT max(id) FROM {}", table.name)).value_or(0) + 1;
}

}  // namespace

RowWriter::RowWriter(Connection& connection, std::int64_t event, std::string instant)
    : connection_(connection), event_(event), instant_(std::move(instant)), writer_(connection) {
    connection_.set_writer(this);
}

void RowWriter::end(bool committed) {
    if (std::exchange(ended_, true)) return;
    connection_.set_writer(nullptr);
    if (!committed) connection_.renew_serial();
}

RowWriter::Range* RowWriter::find_range(const Table& table) {
    for (auto& range : ranges_) {
        if (&range.waiting.table() == &table) return &range;
    }
    return nullptr;
}

RowWriter::Range& RowWriter::range_of(const Table& table) {
    if (Range* const range = find_range(table)) return *range;
    const auto first = next_id(connection_, table);
    return ranges_.emplace_back(Range{first, RowGroup(table, event_, first)});
}

void RowWriter::require_whole() const {
    if (lost_rows_) throw Failure(FailureKind::bug, "nothing can be added to a change that failed");
}

std::int64_t RowWriter::insert(const Table& table, std::initializer_list<ValueView> values) {
    require_whole();
    Range& range = range_of(table);
    // Before the row, so that the rows of one record, most often one in each table, are rarely torn
    // apart.
    if (range.waiting.size() == most_waiting_rows || waiting_bytes_ > most_waiting_bytes) {
        guard([this] { writer_.hand_over(take_waiting()); });
    }
    const auto id = range.next();
    guard([&] {
        const auto before = range.waiting.bytes();
        range.waiting.add(values);
        waiting_bytes_ += range.waiting.bytes() - before;
    });
    rows_wait_ = true;
    return id;
}

template <class Write>
void RowWriter::guard(Write&& write) {
    if (lost_rows_) return;
    try {
        std::forward<Write>(write)();
    } catch (...) {
        lost_rows_ = true;
        writer_.give_up();
        throw;
    }
}

void RowWriter::wait() {
    guard([this] { writer_.wait(); });
}

void RowWriter::write_waiting() {
    guard([this] {
        writer_.wait();
        if (rows_wait_) writer_.write(take_waiting());
    });
}

void RowWriter::write_waiting_of(std::initializer_list<const Table*> tables) {
    const bool some_wait = std::ranges::any_of(tables, [this](const Table* table) {
        const Range* const range = find_range(*table);
        return range != nullptr && range->waiting.size() > 0;
    });
    if (some_wait) {
        write_waiting();
    } else {
        wait();
    }
}

WaitingRows RowWriter::take_waiting() {
    WaitingRows rows;
    WaitingRows written = writer_.take_written();
    waiting_bytes_ = 0;
    rows_wait_ = false;
    for (const Table* const table : all_tables()) {
        Range* const range = find_range(*table);
        if (range == nullptr || range->waiting.size() == 0) continue;
        RowGroup rest(*table, event_, range->next());
        for (auto& used : written.groups) {
            if (&used.table() == table) rest.use_memory_of(std::move(used));
        }
        rows.groups.push_back(std::exchange(range->waiting, std::move(rest)));
    }
    rows.awaiting_screening = std::exchange(recent_.awaiting_screening, {});
    rows.screened = std::exchange(recent_.screened, {});
    return rows;
}

void RowWriter::refer(const std::string& reference) {
    if (references_.size() == most_references) {
        ++references_left_out_;
    } else if (std::find(references_.begin(), references_.end(), reference) == references_.end()) {
        references_.push_back(reference);
    }
}

std::string RowWriter::finish_body() {
    require_whole();
    write_waiting();
    text::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& range : ranges_) {
        const auto next = range.next();
        if (next == range.first) continue;
        const Table& table = range.waiting.table();
        json.begin_object().key("table").value(table.name);
        json.key("first").value(range.first).key("last").value(next - 1);
        json.key("count").value(next - range.first);
        json.key("digest").value(writer_.finish_digest(table)).end_object();
    }
    json.end_array().key("references");
    text::write_strings(json, references_);
    // A large load would otherwise write its list of records a second time.
    if (references_left_out_ > 0) json.key("others").value(references_left_out_);
    json.end_object();
    return json.take();
}

}  // namespace scr::store
