#include "intake/record_ends.hpp"

#include <algorithm>

#include "intake/csv_finders.hpp"

namespace scr::intake {

void RecordEnds::follow(std::string_view bytes) {
    first_ = last_ = none;
    if (!quoting_) return note_ends(bytes, 0);
    if (state_ != State::field_start || !follow_regular(bytes)) follow_quotes(bytes);
}

/// From the beginning of a record. False where quotes stand in odd places; nothing is noted then.
bool RecordEnds::follow_regular(std::string_view bytes) {
    if (bytes.find('"') == std::string_view::npos) return false;
    const CsvEnds ends = fastest_csv_finder().find_ends(bytes, delimiter_);
    if (!ends.regular) return false;
    first_ = ends.first.value_or(none);
    last_ = ends.last.value_or(none);
    state_ = ends.within_quotes    ? State::quoted
             : bytes.back() == '"' ? State::quote_seen
                                   : state_behind(bytes.back());
    return true;
}

RecordEnds::State RecordEnds::state_behind(char outside) const {
    return outside == delimiter_ || outside == '\n' ? State::field_start : State::plain;
}

/// From quote to quote.
void RecordEnds::follow_quotes(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        if (state_ == State::quote_seen && bytes[at] == '"') {
            state_ = State::quoted;
            ++at;
        }
        at = state_ == State::quoted ? follow_quoted(bytes, at) : follow_outside(bytes, at);
    }
}

void RecordEnds::note_ends(std::string_view outside, std::size_t offset) {
    const std::size_t last = outside.rfind('\n');
    if (last == std::string_view::npos) return;
    if (first_ == none) first_ = offset + outside.find('\n') + 1;
    last_ = offset + last + 1;
}

/// A quote at `quote` opens a field when it is the first of one; `begin` is where this stretch
/// outside quotes begins.
bool RecordEnds::opens(std::string_view bytes, std::size_t quote, std::size_t begin) const {
    if (quote == begin) return state_ == State::field_start;
    return bytes[quote - 1] == delimiter_ || bytes[quote - 1] == '\n';
}

std::size_t RecordEnds::follow_outside(std::string_view bytes, std::size_t begin) {
    std::size_t quote = begin;
    for (;; ++quote) {
        quote = std::min(bytes.find('"', quote), bytes.size());
        if (quote == bytes.size() || opens(bytes, quote, begin)) break;
    }
    note_ends(bytes.substr(begin, quote - begin), begin);
    if (quote < bytes.size()) {
        state_ = State::quoted;
        return quote + 1;
    }
    state_ = state_behind(bytes.back());
    return bytes.size();
}

std::size_t RecordEnds::follow_quoted(std::string_view bytes, std::size_t at) {
    const std::size_t quote = bytes.find('"', at);
    if (quote == std::string_view::npos) return bytes.size();
    state_ = State::quote_seen;
    return quote + 1;
}

}  // namespace scr::intake
