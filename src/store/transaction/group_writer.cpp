#include "store/transaction/group_writer.hpp"

#include <array>
#include <system_error>
#include <utility>

namespace scr::store {
namespace {

constexpr std::size_t most_waiting = 4;

}  // namespace

void GroupWriter::give_up() {
    if (!run_) return;
    run_->queue.abandon();
    run_->thread.join();
    run_.reset();
}

void GroupWriter::hand_over(WaitingRows rows) {
    // At once while somebody reads, and where the machine gives no thread.
    if (!run_ && (connection_.in_use() || !start())) return write(rows);
    // By the thread that hands over, which has less to do than the one that writes.
    fold(rows);
    // Not taken where the thread failed: it says why.
    if (!run_->queue.push(std::move(rows))) wait();
}

WaitingRows GroupWriter::take_written() {
    return run_ ? run_->written.try_pop().value_or(WaitingRows{}) : WaitingRows{};
}

void GroupWriter::wait() {
    if (!run_) return;
    run_->queue.finish();
    run_->thread.join();
    if (const auto ended = std::exchange(run_, nullptr); ended->failure) {
        std::rethrow_exception(ended->failure);
    }
}

void GroupWriter::write(const WaitingRows& rows) {
    fold(rows);
    insert(rows);
}

void GroupWriter::insert(const WaitingRows& rows) {
    for (const auto& group : rows.groups) {
        inserts_.try_emplace(&group.table(), connection_.database().getHandle(), group.table())
            .first->second.run(group);
    }
    list_awaiting(connection_, rows.awaiting_screening);
    unlist_screened(connection_, rows.screened);
}

bool GroupWriter::start() {
    auto run = std::make_unique<Run>(most_waiting);
    try {
        run->thread = std::thread([this, &run = *run] { work(run); });
    } catch (const std::system_error&) {
        return false;
    }
    run_ = std::move(run);
    return true;
}

void GroupWriter::work(Run& run) {
    try {
        while (auto rows = run.queue.pop()) {
            insert(*rows);
            run.written.try_push(std::move(*rows));
        }
    } catch (...) {
        run.failure = std::current_exception();
        run.queue.abandon();
    }
}

void GroupWriter::fold(const WaitingRows& rows) {
    for (const auto& group : rows.groups) fold(group);
}

void GroupWriter::fold(const RowGroup& group) {
    const std::size_t columns = group.table().columns.size();
    RangeDigest& digest = digests_.try_emplace(&group.table(), group.table()).first->second;
    std::array<ValueView, most_columns> values;
    for (std::size_t row = 0; row < group.size(); ++row) {
        for (std::size_t i = 0; i < columns; ++i) values[i] = group.value(row, i);
        digest.add(group.id(row), group.event(), std::span(values).first(columns));
    }
}

}  // namespace scr::store
