#include "intake/ndjson_block_parser.hpp"

#include <algorithm>
#include <cstring>

#include "intake/ndjson_records.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

static_assert(Block::padding >= simdjson::SIMDJSON_PADDING);

constexpr std::size_t most_digits = 18;  ///< fewer than any integer type holds

bool is_whole_number(std::string_view token) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !token.empty() && token.size() <= most_digits &&
           std::all_of(token.begin(), token.end(), is_digit) &&
           (token.size() == 1 || token[0] != '0');
}

/// What may stand without quotes: `{"died":yes}` is no JSON.
bool is_bare_value(std::string_view token) {
    return token == "null" || token == "true" || token == "false" || is_whole_number(token);
}

std::string_view without_spaces_behind(std::string_view token) {
    while (!token.empty() && token.back() <= ' ') token.remove_suffix(1);
    return token;
}

/// The text between the quotes of a string in which nothing is escaped.
std::optional<std::string_view> plain_string(std::string_view token) {
    if (token.size() < 2 || token.front() != '"') return {};
    token = token.substr(1, token.size() - 2);
    if (std::memchr(token.data(), '\\', token.size()) != nullptr) return {};
    return token;
}

}  // namespace

NdjsonBlockParser::NdjsonBlockParser(const Columns& columns, const ReadOptions& options,
                                     const criteria::ScreeningTable* table, ColumnsMet& met)
    : columns_(columns),
      table_(table),
      keys_(columns, options.ignore_extra, met),
      kept_(columns.kept_count()),
      parser_(columns, options, met) {
    if (table == nullptr) return;
    const criteria::Criteria& criteria = columns.criteria();
    uses_.resize(columns.size());
    for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact) {
        blank_.at(fact) = table->blank(fact);
        uses_[columns.own(criteria.facts[fact].id)->position].cells = &table->cells(fact);
    }
    uses_[columns.own("ref")->position].ref = true;
    if (const Column* const date = columns.own(criteria.regime_date))
        uses_[date->position].regime_date = true;
}

void NdjsonBlockParser::begin(Block& block) {
    begin_ = at_ = block.bytes.data();
    end_ = at_ + block.size;
    next_number_ = block.line;
}

BlockParser::Kind NdjsonBlockParser::next(PlainRecord& plain, Other& other) {
    if (!next_line()) return Kind::end;
    if (table_ != nullptr && !line_.too_long && read_plain(plain)) return Kind::plain;
    read_json_line(line_, columns_, parser_, other);
    return Kind::other;
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

bool NdjsonBlockParser::read_plain(PlainRecord& plain) {
    namespace ondemand = simdjson::ondemand;
    const std::string_view text = line_.text;
    ondemand::document document;
    if (plain_parser_.iterate(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING)
            .get(document) != simdjson::SUCCESS)
        return false;
    ondemand::object object;
    if (document.get_object().get(object) != simdjson::SUCCESS) return false;
    plain.codes = blank_;
    plain.line = line_.number;
    plain.place = static_cast<std::size_t>(text.data() - begin_);
    plain.ref = {};
    plain.regime_date.reset();
    std::fill(kept_.begin(), kept_.end(), std::string_view{});
    keys_.begin_line();
    // What a member holds is taken out piece by piece: to copy it whole costs more than its
    // look-up.
    for (auto member : object) {
        if (member.error() != simdjson::SUCCESS) return false;
        const char* const key = member.key().value_unsafe().raw();
        const std::string_view token = member.value().value_unsafe().raw_json_token();
        if (!read_member(key, without_spaces_behind(token), plain)) return false;
    }
    // Nothing may follow the object.
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return false;
    plain.kept = kept_;
    return true;
}

bool NdjsonBlockParser::read_member(const char* key_begin, std::string_view token,
                                    PlainRecord& plain) {
    const char* const line_end = line_.text.data() + line_.text.size();
    const JsonKeys::Key* const key =
        keys_.find({key_begin, static_cast<std::size_t>(line_end - key_begin)});
    if (key == nullptr) return false;
    const Column* const column = key->column;
    const bool fact = column != nullptr && column->kind == Column::Kind::fact;
    if (!fact || !column->kept.empty()) return put_text(column, token, plain);
    // Escapes need not be looked for: an answer has none, so what has one is not found.
    const bool string = token.front() == '"' && token.size() >= 2;
    if (!string && !is_bare_value(token)) return false;
    criteria::Code& code = plain.codes[column->fact];
    code = blank_[column->fact];
    if (!string && token == "null") return true;
    const std::string_view cell = string ? token.substr(1, token.size() - 2) : token;
    code = uses_[column->position].cells->find(cell.data(), cell.size());
    return code != criteria::CellCodes::unusual;
}

/// A value that is not looked up, or not only that. `column`: null for a key that is passed over.
bool NdjsonBlockParser::put_text(const Column* column, std::string_view token, PlainRecord& plain) {
    std::string_view cell = token;
    const bool text_column = column != nullptr && column->kind == Column::Kind::text;
    if (const auto text = plain_string(token)) {
        cell = *text;
    } else if (!is_bare_value(token)) {
        return false;
    } else if (token == "null") {
        cell = {};
    } else if (text_column && !is_whole_number(token)) {
        return false;
    }
    if (column == nullptr) return true;
    for (const std::size_t position : column->kept) kept_[position] = cell;
    switch (column->kind) {
        case Column::Kind::fact: return false;  // kept as well, which is rare
        case Column::Kind::date:
        case Column::Kind::date_of_birth: return put_date(*column, text::trim(cell), plain);
        case Column::Kind::text:
            if (uses_[column->position].ref) plain.ref = text::trim(cell);
            return true;
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
