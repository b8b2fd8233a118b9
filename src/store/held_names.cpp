#include "store/held_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace scr::store {
namespace {

// What a look costs, in rows read one after the other: most of it is to wait for the thread that
// writes. Rows are read once as much was spent on looks: so a few records are not made to wait for
// all that a large store holds.
constexpr std::int64_t rows_a_look = 300;

constexpr std::int64_t least_capacity = 65'536;

// Of which the greatest name is asked for whenever a change begins.
constexpr std::size_t most_agencies = 1'000;

}  // namespace

HeldNames::HeldNames(Connection& connection, const Table& table)
    : connection_(connection),
      greatest_sql_(fmt::format("SELECT {0} FROM {1} WHERE agency = ? AND {0} <> ''"
                                " ORDER BY {0} DESC LIMIT 1",
                                table.sorted_by, table.name)),
      newest_sql_(fmt::format("SELECT max(id) FROM {}", table.name)),
      after_sql_(fmt::format("SELECT id, agency, {} FROM {} WHERE id BETWEEN ? AND ?",
                             table.sorted_by, table.name)),
      filter_(0) {}

void HeldNames::begin_change() {
    // Before the change adds any: a row that is given up leaves its number to another.
    newest_ = connection_.integer(newest_sql_).value_or(0);
    // Of those that were asked for before: a load goes on with its agencies, and later on each look
    // waits for the thread that writes. Where there are very many, most come only once.
    if (greatest_.size() > most_agencies) greatest_.clear();
    for (auto& [agency, name] : greatest_) name = greatest_of(agency);
}

bool HeldNames::lack(const std::string& agency, const std::string& name) {
    if (!connection_.has_writer()) return false;
    const bool without_look = read_ < newest_ && is_beyond(agency, name);
    return without_look || (knows_all() && !filter_.may_have(agency, name));
}

std::string HeldNames::greatest_of(const std::string& agency) {
    return connection_.text(PastWaitingRows{}, greatest_sql_, agency);
}

// Files are sorted, mostly, and what comes behind all that the store holds needs no more.
bool HeldNames::is_beyond(const std::string& agency, const std::string& name) {
    auto greatest = greatest_.find(agency);
    if (greatest == greatest_.end()) {
        auto found = greatest_of(agency);
        greatest = greatest_.emplace(agency, std::move(found)).first;
    }
    return name > greatest->second;
}

bool HeldNames::knows_all() {
    if (read_ < newest_ && ++looks_ * rows_a_look >= newest_ - read_) read_on();
    return read_ == newest_;
}

void HeldNames::read_on() {
    if (newest_ > static_cast<std::int64_t>(filter_.capacity())) {
        filter_ = NameFilter(static_cast<std::size_t>(std::max(2 * newest_, least_capacity)));
        read_ = 0;
    }
    Cursor row(PastWaitingRows{}, connection_, after_sql_, read_ + 1, newest_);
    while (row.step()) {
        if (const auto name = row.text(2); !name.empty()) filter_.add(row.text(1), name);
    }
    read_ = newest_;
    looks_ = 0;
}

}  // namespace scr::store
