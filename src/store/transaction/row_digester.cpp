#include "store/transaction/row_digester.hpp"

#include <system_error>
#include <utility>

namespace scr::store {
namespace {

// Handed over at a time: so many rows, or fewer that are long.
constexpr std::size_t most_collected = 500;
constexpr std::size_t most_collected_bytes = std::size_t{1} << 20;
constexpr std::size_t most_waiting = 8;

std::size_t bytes_of(const std::vector<Value>& values) {
    std::size_t bytes = 0;
    for (const auto& value : values) {
        if (const auto* text = std::get_if<std::string>(&value)) bytes += text->size();
    }
    return bytes;
}

}  // namespace

RowDigester::RowDigester(std::int64_t event) : event_(event), queue_(most_waiting) {}

RowDigester::~RowDigester() {
    if (!thread_.joinable()) return;
    queue_.abandon();
    thread_.join();
}

void RowDigester::add(const Table& table, std::int64_t id, std::vector<Value> values) {
    collected_bytes_ += bytes_of(values);
    collected_.push_back({&table, id, std::move(values)});
    if (collected_.size() == most_collected || collected_bytes_ > most_collected_bytes) hand_over();
}

std::string RowDigester::finish(const Table& table) {
    if (thread_.joinable()) {
        queue_.finish();
        thread_.join();
    }
    if (failure_) std::rethrow_exception(failure_);
    fold(std::exchange(collected_, {}));
    return digests_[&table].finish();
}

void RowDigester::hand_over() {
    auto rows = std::exchange(collected_, {});
    collected_.reserve(most_collected);
    collected_bytes_ = 0;
    if (!thread_.joinable()) start();
    // Without a thread, where the machine gives none, it is done at once. A thread that failed is
    // asked for its reason at the end.
    if (!thread_.joinable()) return fold(rows);
    queue_.push(std::move(rows));
}

void RowDigester::start() {
    try {
        thread_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
    }
}

void RowDigester::work() {
    try {
        while (const auto rows = queue_.pop()) fold(*rows);
    } catch (...) {
        failure_ = std::current_exception();
        queue_.abandon();
    }
}

void RowDigester::fold(const Rows& rows) {
    std::string text;
    for (const auto& row : rows) {
        text = canonical_row(*row.table, row.id, event_, row.values, std::move(text));
        digests_[row.table].add(text);
    }
}

}  // namespace scr::store
