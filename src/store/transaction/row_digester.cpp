#include "store/transaction/row_digester.hpp"

#include <array>
#include <system_error>
#include <utility>

namespace scr::store {
namespace {

// Handed over at a time: so many rows, or fewer that are long.
constexpr std::size_t most_collected_rows = 500;
constexpr std::size_t most_collected_bytes = std::size_t{1} << 20;
constexpr std::size_t most_waiting = 64;

}  // namespace

RowDigester::RowDigester() : queue_(most_waiting) {}

RowDigester::~RowDigester() {
    if (!thread_.joinable()) return;
    queue_.abandon();
    thread_.join();
}

void RowDigester::add(RowGroup group) {
    collected_rows_ += group.size();
    collected_bytes_ += group.bytes();
    collected_.push_back(std::move(group));
    if (collected_rows_ >= most_collected_rows || collected_bytes_ > most_collected_bytes) {
        hand_over();
    }
}

std::string RowDigester::finish(const Table& table) {
    if (thread_.joinable()) {
        queue_.finish();
        thread_.join();
    }
    if (failure_) std::rethrow_exception(failure_);
    fold(std::exchange(collected_, {}));
    return digest_of(table).finish();
}

RangeDigest& RowDigester::digest_of(const Table& table) {
    return digests_.try_emplace(&table, table).first->second;
}

void RowDigester::hand_over() {
    auto groups = std::exchange(collected_, {});
    collected_rows_ = 0;
    collected_bytes_ = 0;
    if (!thread_.joinable()) start();
    // Without a thread, where the machine gives none, it is done at once. A thread that failed is
    // asked for its reason at the end.
    if (!thread_.joinable()) return fold(groups);
    queue_.push(std::move(groups));
}

void RowDigester::start() {
    try {
        thread_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
    }
}

void RowDigester::work() {
    try {
        while (const auto groups = queue_.pop()) fold(*groups);
    } catch (...) {
        failure_ = std::current_exception();
        queue_.abandon();
    }
}

void RowDigester::fold(const Groups& groups) {
    for (const auto& group : groups) fold(group);
}

void RowDigester::fold(const RowGroup& group) {
    const std::size_t columns = group.table().columns.size();
    RangeDigest& digest = digest_of(group.table());
    std::array<ValueView, most_columns> values;
    for (std::size_t row = 0; row < group.size(); ++row) {
        for (std::size_t i = 0; i < columns; ++i) values[i] = group.value(row, i);
        digest.add(group.id(row), group.event(), std::span(values).first(columns));
    }
}

}  // namespace scr::store
