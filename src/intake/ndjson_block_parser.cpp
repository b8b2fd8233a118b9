#include "intake/ndjson_block_parser.hpp"

#include <algorithm>
#include <cstring>

#include "intake/ndjson_records.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

casework::KeptForm form_of(const PlainValue& value) {
    if (value.is_null()) return casework::KeptForm::absent;
    return value.quoted ? casework::KeptForm::text : casework::KeptForm::json;
}

}  // namespace

NdjsonBlockParser::NdjsonBlockParser(const Columns& columns, const ReadOptions& options,
                                     const criteria::ScreeningTable* table, ColumnsMet& met)
    : columns_(columns),
      table_(table),
      keys_(columns, options.ignore_extra, met),
      kept_count_(columns.kept_count()),
      group_kept_(group_limit * kept_count_),
      parser_(columns, options, met) {
    if (table != nullptr) bind(*table);
}

void NdjsonBlockParser::bind(const criteria::ScreeningTable& table) {
    const criteria::Criteria& criteria = columns_.criteria();
    uses_.resize(columns_.size() + 1);
    for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact) {
        blank_.at(fact) = table.blank(fact);
        const Column& column = *columns_.own(criteria.facts[fact].id);
        if (!column.kept.empty()) continue;
        Use& use = uses_[column.position];
        use.cells = &table.cells(fact);
        use.fact = fact;
        use.coded = column.codes() != nullptr;
    }
    uses_[columns_.own("ref")->position].ref = true;
    if (const Column* const date = columns_.own(criteria.regime_date))
        uses_[date->position].regime_date = true;
}

void NdjsonBlockParser::begin(Block& block) {
    begin_ = at_ = block.bytes.data();
    end_ = at_ + block.size;
    next_number_ = block.line;
}

BlockParser::Behind NdjsonBlockParser::next(Group& plain, Other& other) {
    std::size_t count = 0;
    while (table_ != nullptr && count < group_limit) {
        kept_ = std::span(group_kept_).subspan(count * kept_count_, kept_count_);
        if (!read_plain(records_[count])) break;
        ++count;
    }
    plain = Group(records_).first(count);
    if (count == group_limit) return Behind::group;
    if (!next_line()) return Behind::end;
    read_json_line(line_, columns_, parser_, other);
    return Behind::other;
}

void NdjsonBlockParser::read_again(const PlainRecord& plain, Other& other) {
    const std::string_view rest{begin_ + plain.place,
                                static_cast<std::size_t>(end_ - begin_) - plain.place};
    std::string_view text = rest.substr(0, rest.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    read_json_line({plain.line, text, false}, columns_, parser_, other);
}

/// As LineSplitter has it: blank lines are passed over, a carriage return belongs to the line end.
bool NdjsonBlockParser::next_line() {
    while (at_ < end_) {
        const auto left = static_cast<std::size_t>(end_ - at_);
        const auto* const found = static_cast<const char*>(std::memchr(at_, '\n', left));
        std::string_view text{at_, found ? static_cast<std::size_t>(found - at_) : left};
        at_ = found ? found + 1 : end_;
        if (text.ends_with('\r')) text.remove_suffix(1);
        line_ = {next_number_++, text, text.size() > record_limit};
        if (line_.too_long) line_.text = {};
        if (line_.too_long || !text::trim(text).empty()) return true;
    }
    return false;
}

/// The record of the line that begins at at_; where it is not plain, nothing counts as read. No
/// plain value holds a line feed, so the first behind the object ends the line.
bool NdjsonBlockParser::read_plain(PlainRecord& plain) {
    if (at_ == end_ || *at_ != '{') return false;
    plain.codes = blank_;
    plain.line = next_number_;
    plain.place = static_cast<std::size_t>(at_ - begin_);
    plain.ref = {};
    plain.regime_date.reset();
    std::fill(kept_.begin(), kept_.end(), casework::KeptView{});
    const char* end = read_members(at_ + 1, plain);
    if (end == nullptr) return false;
    end = behind_spaces(end);
    if (end != end_ && *end != '\n') return false;
    const std::size_t size = static_cast<std::size_t>(end - at_) - (end[-1] == '\r' ? 1 : 0);
    if (size > record_limit) return false;
    plain.kept = kept_;
    at_ = end == end_ ? end : end + 1;
    ++next_number_;
    return true;
}

/// From behind the opening brace to behind the closing one; null where anything is not plain.
const char* NdjsonBlockParser::read_members(const char* at, PlainRecord& plain) {
    keys_.begin_line();
    for (;; ++at) {
        at = behind_spaces(at);
        if (*at != '"') return nullptr;
        const JsonKeys::Key* const key = keys_.find(at + 1, end_);
        if (key == nullptr) return nullptr;
        at = put_value(*key, at + 1 + key->size(), plain);
        if (at == nullptr) return nullptr;
        at = behind_spaces(at);
        if (*at == '}') return at + 1;
        if (*at != ',') return nullptr;
    }
}

/// Behind the value that begins at `at`; null where it is not plain.
inline const char* NdjsonBlockParser::put_value(const JsonKeys::Key& key, const char* at,
                                                PlainRecord& plain) {
    const Use& use = uses_.data()[key.position()];
    if (use.cells != nullptr && *at == '"') return put_string(use, at + 1, plain);
    const PlainValue value = plain_value(at, end_);
    if (value.end == nullptr) return nullptr;
    const bool put = use.cells == nullptr ? put_other(key.column(), value, plain)
                                          : value.is_null() || put_answer(use, value.text, plain);
    return put ? value.end : nullptr;
}

/// An answer in quotes, of which the first is read. Our spellings are plain text, so what is found
/// among them is.
inline const char* NdjsonBlockParser::put_string(const Use& use, const char* at,
                                                 PlainRecord& plain) {
    const char* const quote = next_quote(at, end_);
    if (quote == nullptr) return nullptr;
    const std::string_view cell{at, static_cast<std::size_t>(quote - at)};
    if (!put_answer(use, cell, plain) || (use.coded && !is_plain_text(cell))) return nullptr;
    return quote + 1;
}

/// A blank has its code already.
inline bool NdjsonBlockParser::put_answer(const Use& use, std::string_view cell,
                                          PlainRecord& plain) {
    const criteria::Code code = use.cells->find(cell.data(), cell.size());
    plain.codes.data()[use.fact] = code;
    return code != criteria::CellCodes::unusual;
}

/// `column`: null for a key that is passed over.
bool NdjsonBlockParser::put_other(const Column* column, const PlainValue& value,
                                  PlainRecord& plain) {
    if (value.quoted && !is_plain_text(value.text)) return false;
    if (column == nullptr) return true;
    const std::string_view cell = value.is_null() ? std::string_view{} : value.text;
    for (const std::size_t position : column->kept) kept_[position] = {cell, form_of(value)};
    switch (column->kind) {
        case Column::Kind::fact: return false;  // kept as well, which is rare
        case Column::Kind::date:
        case Column::Kind::date_of_birth: return put_date(*column, text::trim(cell), plain);
        case Column::Kind::text:
            if (uses_[column->position].ref) plain.ref = text::trim(cell);
            return !value.is_truth();
        case Column::Kind::passed_over: return true;
    }
    return false;
}

/// An age may have to be computed from a date of birth, which is not done here.
bool NdjsonBlockParser::put_date(const Column& column, std::string_view cell, PlainRecord& plain) {
    if (cell.empty()) return true;
    if (column.kind == Column::Kind::date_of_birth) return false;
    const record::DateForm* const form = column.date_form();
    const auto day = form != nullptr ? form->read(cell) : record::parse_civil_date(cell);
    if (uses_[column.position].regime_date) plain.regime_date = day;
    return day.has_value();
}

}  // namespace scr::intake
