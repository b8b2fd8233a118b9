#include "intake/csv_splitter.hpp"

#include <algorithm>
#include <cstring>

#include "intake/byte_count.hpp"
#include "scr/text/utf8.hpp"

namespace scr::intake {

bool CsvSplitter::next(CsvRecord& record) {
    bool empty_line = false;
    do {
        begin();
        if (!read()) return false;
        empty_line = fields_.size() == 1 && length_ == 0 && !dropped_;
    } while (empty_line);
    publish(record);
    return true;
}

// The fields of the last record lie in the buffer, so its bytes are passed over only now.
void CsvSplitter::begin() {
    input_.consume(at_, lines_);
    line_ = input_.line();
    state_ = State::field_start;
    at_ = length_ = lines_ = 0;
    field_ = {};
    fields_.clear();
    quotes_ = dropped_ = dropped_line_end_ = false;
    fault_ = CsvFault::none;
    fault_field_.reset();
}

bool CsvSplitter::read() {
    while (!scan()) {
        // Two bytes more may be a line end.
        if (at_ > record_limit + 2) drop_scanned();
        if (input_.fill()) continue;
        if (at_ == 0 && !dropped_) return false;
        close_at_end_of_input();
        break;
    }
    count_record_lines();
    return true;
}

void CsvSplitter::count_record_lines() {
    const std::string_view bytes = input_.unread().substr(0, at_);
    lines_ = quotes_ ? count_lines(bytes) : std::size_t{bytes.ends_with('\n')};
}

// The state is kept: where an over-long record ends still depends on its quotes.
void CsvSplitter::drop_scanned() {
    const std::string_view scanned = input_.unread().substr(0, at_);
    if (!scanned.empty()) dropped_line_end_ = scanned.back() == '\n';
    input_.consume(at_, count_lines(scanned));
    at_ = 0;
    field_ = {};
    fields_.clear();
    dropped_ = true;
}

/// True when the record's line end was met; `at_` then stands behind it.
bool CsvSplitter::scan() {
    const std::string_view bytes = input_.unread();
    while (skip_ordinary(bytes), at_ < bytes.size()) {
        const bool ended = step(bytes[at_]);
        ++at_;
        if (ended) return true;
    }
    return false;
}

void CsvSplitter::skip_ordinary(std::string_view bytes) {
    if (state_ == State::quoted) {
        at_ = std::min(bytes.find('"', at_), bytes.size());
    } else if (state_ == State::plain) {
        const char delimiter = delimiter_;
        const auto special = [=](char c) { return c == delimiter || c == '\n' || c == '"'; };
        const auto* from = bytes.data() + at_;
        at_ += static_cast<std::size_t>(std::find_if(from, bytes.data() + bytes.size(), special) -
                                        from);
    }
}

bool CsvSplitter::step(char byte) {
    switch (state_) {
        case State::field_start:
            if (byte != '"') return step_plain(byte);
            quotes_ = true;
            field_.begin = at_ + 1;
            state_ = State::quoted;
            return false;
        case State::plain: return step_plain(byte);
        case State::quoted:
            field_.end = at_;
            state_ = State::quote_seen;
            return false;
        case State::quote_seen:
        case State::carriage_return: return step_after_quote(byte);
    }
    return false;
}

bool CsvSplitter::step_plain(char byte) {
    state_ = State::plain;
    if (byte == '"') note(CsvFault::quote_in_field);
    if (byte == delimiter_) close_field(at_);
    if (byte == '\n') close_plain(at_);
    return byte == '\n';
}

bool CsvSplitter::step_after_quote(char byte) {
    const bool after_return = state_ == State::carriage_return;
    if (byte == '\n') {
        length_ = at_ - (after_return && at_ > 0 ? 1 : 0);
        close_field(field_.end);
        return true;
    }
    if (byte == '"' && !after_return) {
        field_.doubled_quotes = true;
        state_ = State::quoted;
    } else if (byte == '\r' && !after_return) {
        state_ = State::carriage_return;
    } else if (byte == delimiter_ && !after_return) {
        close_field(field_.end);
    } else {
        note(CsvFault::text_after_quote);
        return step_plain(byte);
    }
    return false;
}

void CsvSplitter::close_field(std::size_t end) {
    field_.end = end;
    fields_.push_back(field_);
    field_ = {at_ + 1, at_ + 1, false};
    state_ = State::field_start;
}

void CsvSplitter::close_plain(std::size_t end) {
    if (end > field_.begin && input_.data()[end - 1] == '\r') --end;
    length_ = end;
    close_field(end);
}

void CsvSplitter::close_at_end_of_input() {
    switch (state_) {
        case State::field_start:
        case State::plain: close_plain(at_); break;
        case State::quoted:
            fault_ = CsvFault::never_closed;
            fault_field_ = fields_.size();
            length_ = at_;
            close_field(at_);
            break;
        case State::quote_seen:
        case State::carriage_return:
            length_ = at_ - (state_ == State::carriage_return && at_ > 0 ? 1 : 0);
            close_field(field_.end);
            break;
    }
}

void CsvSplitter::note(CsvFault fault) {
    if (fault_ != CsvFault::none) return;
    fault_ = fault;
    fault_field_ = fields_.size();
}

// Of two faults in one record the one that explains most is told, wherever the blocks of input end.
void CsvSplitter::publish(CsvRecord& record) {
    const bool too_long = dropped_ || length_ > record_limit;
    if (too_long && fault_ != CsvFault::never_closed) fault_ = CsvFault::too_long;
    if (too_long) fault_field_.reset();
    if (fault_ == CsvFault::none) check_bytes();
    record.line = line_;
    record.last_line = input_.line() + lines_ - std::size_t{ends_with_line_end()};
    record.fault = fault_;
    record.fault_field = fault_field_;
    record.fields.clear();
    if (dropped_) return;
    for (const Field& field : fields_) record.fields.push_back(content(field));
}

bool CsvSplitter::ends_with_line_end() const {
    return at_ == 0 ? dropped_line_end_ : input_.unread()[at_ - 1] == '\n';
}

void CsvSplitter::check_bytes() {
    const auto has_nul = [](std::string_view bytes) { return bytes.find('\0') != bytes.npos; };
    const auto not_utf8 = [](std::string_view bytes) {
        return text::first_invalid_utf8(bytes).has_value();
    };
    const std::string_view whole{input_.data(), length_};
    if (not_utf8(whole)) {
        find_field(CsvFault::invalid_utf8, not_utf8);
    } else if (has_nul(whole)) {
        find_field(CsvFault::nul_byte, has_nul);
    }
}

void CsvSplitter::find_field(CsvFault fault, bool (*wrong)(std::string_view)) {
    fault_ = fault;
    for (std::size_t i = 0; i < fields_.size() && !fault_field_; ++i) {
        const Field& field = fields_[i];
        if (wrong({input_.data() + field.begin, field.end - field.begin})) fault_field_ = i;
    }
}

/// The field as it is meant. Doubled quotes become one in place: the bytes are read only once.
std::string_view CsvSplitter::content(const Field& field) {
    char* const begin = input_.data() + field.begin;
    char* const end = input_.data() + field.end;
    if (!field.doubled_quotes) return {begin, static_cast<std::size_t>(end - begin)};
    char* to = begin;
    for (char* from = begin; from < end; ++from) {
        *to++ = *from;
        if (*from == '"') ++from;
    }
    return {begin, static_cast<std::size_t>(to - begin)};
}

}  // namespace scr::intake
