#include "intake/csv_block_parser.hpp"

#include <algorithm>
#include <cstring>

#include "intake/byte_count.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"

namespace scr::intake {

namespace {

bool is_clean(std::string_view text) {
    return text.find('\0') == std::string_view::npos && !text::first_invalid_utf8(text);
}

bool is_usual(const PlainRecord::Codes& codes) {
    using Lanes [[gnu::vector_size(16)]] = criteria::Code;
    const Lanes unusual = Lanes{} + criteria::CellCodes::unusual;
    Lanes found{};
    for (std::size_t at = 0; at < codes.size(); at += sizeof(Lanes)) {
        Lanes lanes;
        std::memcpy(&lanes, codes.data() + at, sizeof lanes);
        found |= static_cast<Lanes>(lanes == unusual);
    }
    std::array<std::uint64_t, 2> words;
    std::memcpy(words.data(), &found, sizeof found);
    return (words[0] | words[1]) == 0;
}

/// Of a text without its line feed.
bool is_empty_line(std::string_view text) {
    return text.size() <= 1 && (text.empty() || text.front() == '\r');
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
      gathered_(group_limit, {{}, OwnFields(field_count_)}),
      kept_count_(columns.kept_count()),
      kept_cells_(group_limit * kept_count_),
      slow_splitter_(slow_input_, delimiter) {
    if (table != nullptr) bind(columns, *table);
}

void CsvBlockParser::bind(const Columns& columns, const criteria::ScreeningTable& table) {
    const criteria::Criteria& criteria = columns.criteria();
    for (PlainRecord& record : records_) {
        for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact)
            record.codes.at(fact) = table.blank(fact);
    }
    for (std::size_t i = 0; i < field_count_; ++i) {
        const Column* const column = binding_.fields()[i];
        if (column == nullptr) continue;
        const bool birth = column->kind == Column::Kind::date_of_birth;
        if (column->kind == Column::Kind::fact) {
            const criteria::CellCodes& cells = table.cells(column->fact);
            facts_.push_back({i, column->fact, cells.finder(), cells.all_short()});
        }
        if (column->kind == Column::Kind::date || birth)
            dates_.push_back({i, birth, column->name == criteria.regime_date, column->date_form()});
        for (const std::size_t position : column->kept) kept_.push_back({i, position});
    }
}

void CsvBlockParser::begin(Block& block) {
    block_ = &block;
    go_on_from(0, block.line);
    any_quote_ = index_.found().quotes;
    clean_ = index_.found().ordinary || is_clean(block.text());
}

void CsvBlockParser::go_on_from(std::size_t place, std::size_t line) {
    at_ = base_ = place;
    line_ = line;
    record_ = gathered_count_ = taken_ = 0;
    index_.build(block_->bytes.data() + place, block_->size - place, delimiter_);
}

BlockParser::Behind CsvBlockParser::next(Group& plain, Other& other) {
    if (taken_ == gathered_count_) gather();
    const std::size_t first = taken_;
    while (taken_ < gathered_count_ && gathered_[taken_].plain) ++taken_;
    plain = Group(records_).subspan(first, taken_ - first);
    if (taken_ < gathered_count_) return read_gathered(other);
    return record_ < index_.records() ? Behind::group : read_rest(other);
}

void CsvBlockParser::read_again(const PlainRecord& plain, Other& other) {
    read_slowly(plain.place, plain.line, other);
}

/// The next records of the index, as many as make a group. Empty lines are passed over.
void CsvBlockParser::gather() {
    gathered_count_ = taken_ = 0;
    for (; gathered_count_ < group_limit && record_ < index_.records(); ++record_) {
        const std::size_t end = base_ + index_.end(record_);
        const std::string_view text{block_->bytes.data() + at_, end - at_ - 1};
        if (!is_empty_line(text)) {
            gather_record(text, records_[gathered_count_], gathered_[gathered_count_]);
            ++gathered_count_;
        }
        at_ = end;
        ++line_;
    }
    read_answers();
    for (std::size_t i = 0; i < gathered_count_; ++i)
        gathered_[i].plain = gathered_[i].plain && read_others(gathered_[i].fields, records_[i]);
}

/// `text` is without the line end.
void CsvBlockParser::gather_record(std::string_view text, PlainRecord& record, Gathered& gathered) {
    record.line = line_;
    record.place = at_;
    gathered.end = at_ + text.size() + 1;
    gathered.plain = has_table_ && index_.field_count(record_) == field_count_ &&
                     text.size() <= record_limit && (clean_ || is_clean(text));
    gathered.fields = index_.fields(record_);
    const std::size_t quotes = any_quote_ ? count_byte(text, '"') : 0;
    if (quotes > 0) line_ += count_lines(text);
    if (gathered.plain && (quotes > 0 || text.ends_with('\r')))
        gathered.plain = gathered.own_fields.tidy(gathered.fields, quotes);
    if (!gathered.plain) gathered.own_fields.blank(gathered.fields);
}

/// Of the whole group.
template <auto Find>
void CsvBlockParser::read_column(const FactField& fact) {
    // Copies: for all that the compiler knows, to write a code may change what they copy.
    const auto [field, position, cells, all_short] = fact;
    const Gathered* const gathered = gathered_.data();
    const std::size_t count = gathered_count_;
    for (std::size_t i = 0; i < count; ++i) {
        const CsvFields& fields = gathered[i].fields;
        const criteria::Code code = (cells.*Find)(fields.begin(field), fields.size(field));
        records_.data()[i].codes.data()[position] = code;
    }
}

void CsvBlockParser::read_answers() {
    using criteria::CellFinder;
    for (const FactField& fact : facts_) {
        if (fact.all_short) {
            read_column<&CellFinder::find_short>(fact);
        } else {
            read_column<&CellFinder::find>(fact);
        }
    }
}

/// What a record says beside its answers. False where anything about it is not plain.
bool CsvBlockParser::read_others(const CsvFields& fields, PlainRecord& plain) {
    if (!is_usual(plain.codes) || (!dates_.empty() && !read_dates(fields, plain))) return false;
    plain.ref = ref_ ? trimmed(fields[*ref_]) : std::string_view{};
    if (kept_count_ > 0) read_kept(fields, plain);
    return true;
}

void CsvBlockParser::read_kept(const CsvFields& fields, PlainRecord& plain) {
    const auto position = static_cast<std::size_t>(&plain - records_.data());
    const auto kept = std::span(kept_cells_).subspan(position * kept_count_, kept_count_);
    for (const KeptField& field : kept_)
        kept[field.position] = {fields[field.field], casework::KeptForm::text};
    plain.kept = kept;
}

/// An age may have to be computed from a date of birth, which the one-by-one reader's examination
/// does.
bool CsvBlockParser::read_dates(const CsvFields& fields, PlainRecord& plain) const {
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

/// One record by the splitter of the one-by-one reader, which then stands behind it; false where
/// there is none.
bool CsvBlockParser::read_slowly(std::size_t place, std::size_t line, Other& other) {
    slow_input_.borrow(block_->bytes.data() + place, block_->size - place, line);
    const bool found = slow_splitter_.next(slow_record_);
    if (found) binding_.read(slow_record_, other);
    slow_splitter_.release();
    return found;
}

/// What the splitter makes of a gathered record may end elsewhere than the index has it, and the
/// index counts from there anew.
BlockParser::Behind CsvBlockParser::read_gathered(Other& other) {
    const PlainRecord& record = records_[taken_];
    read_slowly(record.place, record.line, other);
    const std::size_t end = block_->size - slow_input_.unread().size();
    if (end == gathered_[taken_].end) {
        ++taken_;
    } else {
        go_on_from(end, slow_input_.line());
    }
    return Behind::other;
}

/// What no line end closes.
BlockParser::Behind CsvBlockParser::read_rest(Other& other) {
    if (at_ == block_->size || !read_slowly(at_, line_, other)) return Behind::end;
    go_on_from(block_->size - slow_input_.unread().size(), slow_input_.line());
    return Behind::other;
}

}  // namespace scr::intake
