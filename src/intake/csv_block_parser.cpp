#include "intake/csv_block_parser.hpp"

#include <algorithm>
#include <cstring>

#include "intake/byte_count.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"

namespace scr::intake {

namespace {

constexpr criteria::Code unusual = criteria::CellCodes::unusual;

bool is_clean(std::string_view text) {
    return text.find('\0') == std::string_view::npos && !text::first_invalid_utf8(text);
}

bool holds(std::string_view text, char byte) {
    return std::memchr(text.data(), byte, text.size()) != nullptr;
}

std::string_view trimmed(std::string_view cell) {
    const bool tight = !cell.empty() && cell.front() > ' ' && cell.back() > ' ';
    return tight ? cell : text::trim(cell);
}

}  // namespace

CsvBlockParser::CsvBlockParser(const Columns& columns, const CsvBinding& binding,
                               const criteria::ScreeningTable* table, char delimiter)
    : binding_(binding),
      delimiter_(delimiter),
      has_table_(table != nullptr),
      field_count_(binding.fields().size()),
      ref_(binding.position_of("ref")),
      kept_cells_(columns.kept_count()),
      tidy_before_(field_count_),
      tidy_ends_(field_count_),
      slow_splitter_(slow_input_, delimiter) {
    if (has_table_) bind(columns, *table);
}

void CsvBlockParser::bind(const Columns& columns, const criteria::ScreeningTable& table) {
    const criteria::Criteria& criteria = columns.criteria();
    for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact)
        blank_.at(fact) = table.blank(fact);
    for (std::size_t i = 0; i < field_count_; ++i) {
        const Column* const column = binding_.fields()[i];
        if (column == nullptr) continue;
        const bool birth = column->kind == Column::Kind::date_of_birth;
        if (column->kind == Column::Kind::fact)
            facts_.push_back({static_cast<std::uint32_t>(i),
                              static_cast<std::uint32_t>(column->fact),
                              &table.cells(column->fact)});
        if (column->kind == Column::Kind::date || birth)
            dates_.push_back({i, birth, column->name == criteria.regime_date, column->date_form()});
        for (const std::size_t position : column->kept) kept_.push_back({i, position});
    }
}

void CsvBlockParser::begin(Block& block) {
    block_ = &block;
    line_ = block.line;
    at_ = 0;
    any_quote_ = holds(block.text(), '"');
    clean_ = is_clean(block.text());
    index_from(0);
}

void CsvBlockParser::index_from(std::size_t place) {
    base_ = place;
    record_ = 0;
    index_.build(block_->bytes.data() + place, block_->size - place, delimiter_);
}

BlockParser::Kind CsvBlockParser::next(PlainRecord& plain, Other& other) {
    skip_empty_lines();
    if (at_ == block_->size) return Kind::end;
    if (!has_table_ || record_ == index_.records() || !read_plain(plain)) return read_other(other);
    at_ = base_ + index_.end(record_++);
    return Kind::plain;
}

void CsvBlockParser::read_again(const PlainRecord& plain, Other& other) {
    read_slowly(plain.place, plain.line, other);
}

void CsvBlockParser::skip_empty_lines() {
    const char* const bytes = block_->bytes.data();
    while (record_ < index_.records() && index_.field_count(record_) == 1) {
        const std::size_t end = base_ + index_.end(record_);
        const bool empty = end - at_ == 1 || (end - at_ == 2 && bytes[at_] == '\r');
        if (!empty) return;
        at_ = end;
        ++line_;
        ++record_;
    }
}

/// False where anything about the record is unusual; nothing then counts as read.
bool CsvBlockParser::read_plain(PlainRecord& plain) {
    if (index_.field_count(record_) != field_count_) return false;
    const char* const bytes = block_->bytes.data();
    const std::size_t end = base_ + index_.end(record_);
    const std::string_view whole{bytes + at_, end - at_ - 1};
    CsvFields fields = index_.fields(record_);
    std::size_t lines = 1;
    const bool quoted = any_quote_ && holds(whole, '"');
    if (quoted || (!whole.empty() && whole.back() == '\r')) {
        if (!tidy(fields)) return false;
        if (quoted) lines += count_lines(whole);
    }
    if (whole.size() > record_limit || (!clean_ && !is_clean(whole))) return false;
    if (!read_answers(fields, plain) || !read_dates(fields, plain)) return false;
    plain.line = line_;
    plain.place = at_;
    plain.ref = ref_ ? trimmed(fields[*ref_]) : std::string_view{};
    for (const KeptField& kept : kept_)
        kept_cells_[kept.position] = {fields[kept.field], casework::KeptForm::text};
    plain.kept = kept_cells_;
    line_ += lines;
    return true;
}

bool CsvBlockParser::read_answers(const CsvFields& record, PlainRecord& plain) {
    plain.codes = blank_;
    // A copy: for all that the compiler knows, to write a code may change `record`.
    const CsvFields fields = record;
    criteria::Code worst = 0;
    for (const FactField& fact : facts_) {
        const criteria::Code code =
            fact.cells->find(fields.begin(fact.field), fields.size(fact.field));
        plain.codes.data()[fact.fact] = code;
        worst = std::max(worst, code);
    }
    return worst != unusual;
}

/// An age may have to be computed from a date of birth, which the one-by-one reader's examination
/// does.
bool CsvBlockParser::read_dates(const CsvFields& fields, PlainRecord& plain) {
    plain.regime_date.reset();
    for (const DateField& date : dates_) {
        const std::string_view cell = trimmed(fields[date.field]);
        if (cell.empty()) continue;
        if (date.birth) return false;
        const auto day =
            date.form != nullptr ? date.form->read(cell) : record::parse_civil_date(cell);
        if (!day) return false;
        if (date.regime) plain.regime_date = day;
    }
    return true;
}

/// Replaces the fields by the same without the quotes around them, and the last without its
/// carriage return. False where a quote is anywhere else.
bool CsvBlockParser::tidy(CsvFields& fields) {
    std::copy_n(fields.before, field_count_, tidy_before_.begin());
    std::copy_n(fields.ends, field_count_, tidy_ends_.begin());
    const std::string_view last = fields[field_count_ - 1];
    if (last.ends_with('\r')) --tidy_ends_.back();
    fields.before = tidy_before_.data();
    fields.ends = tidy_ends_.data();
    for (std::size_t i = 0; any_quote_ && i < field_count_; ++i) {
        if (holds(fields[i], '"') && !strip_quotes(fields, i)) return false;
    }
    return true;
}

bool CsvBlockParser::strip_quotes(const CsvFields& fields, std::size_t field) {
    const std::string_view cell = fields[field];
    const bool around = cell.size() >= 2 && cell.front() == '"' && cell.back() == '"';
    if (!around || holds(cell.substr(1, cell.size() - 2), '"')) return false;
    ++tidy_before_[field];
    --tidy_ends_[field];
    return true;
}

/// One record by the splitter of the one-by-one reader, which then stands behind it; false where
/// there is none.
bool CsvBlockParser::read_slowly(std::size_t place, std::size_t line, Other& other) {
    slow_input_.borrow(block_->bytes.data() + place, block_->size - place, line);
    const bool found = slow_splitter_.next(slow_record_);
    if (found) binding_.read(slow_record_, other);
    slow_splitter_.release();
    return found;
}

BlockParser::Kind CsvBlockParser::read_other(Other& other) {
    const bool found = read_slowly(at_, line_, other);
    line_ = slow_input_.line();
    at_ = block_->size - slow_input_.unread().size();
    if (record_ < index_.records() && base_ + index_.end(record_) == at_) {
        ++record_;
    } else {
        index_from(at_);
    }
    return found ? Kind::other : Kind::end;
}

}  // namespace scr::intake
