#include "intake/json_record.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/input_buffer.hpp"
#include "intake/json_cell.hpp"
#include "intake/json_text.hpp"
#include "scr/json/library.hpp"
#include "scr/text/utf8.hpp"

namespace scr::intake {

namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;

static_assert(InputBuffer::padding >= simdjson::SIMDJSON_PADDING);

constexpr std::size_t deepest = 64;
constexpr std::size_t usual_line = std::size_t{1} << 14;

/// What is wrong with the syntax, for people.
struct Advice {
    std::string_view note;
    std::string_view help;
};

Advice advice_on(JsonSlip slip) {
    switch (slip) {
        case JsonSlip::comment: return {"JSON has no comments", "take the comment out"};
        case JsonSlip::comma_at_end:
            return {"a comma stands before a closing bracket", "take the comma out"};
        case JsonSlip::text_behind:
            return {"something follows the object",
                    "write one object a line and nothing behind it"};
        case JsonSlip::single_quotes:
            return {"JSON knows double quotes alone", "write `\"` in place of `'`"};
        case JsonSlip::none: break;
    }
    return {"a quote, comma, colon or bracket is missing or out of place",
            "put the line through `jq .`, which names the place"};
}

Advice advice_on(simdjson::error_code error, std::string_view line) {
    switch (error) {
        case simdjson::UNCLOSED_STRING:
            return {"a string is not closed", "close the quote; one within a string is `\\\"`"};
        case simdjson::STRING_ERROR:
            return {"a string holds an escape that JSON does not know",
                    "write `\\\\` for a backslash that means itself"};
        case simdjson::UNESCAPED_CHARS:
            return {"a string holds a control character that is not escaped",
                    "write `\\t` for a tab and `\\n` for a line feed"};
        case simdjson::NUMBER_ERROR:
            return {"a number is not written as JSON writes numbers",
                    "write it as `17`, or put it in quotes"};
        case simdjson::T_ATOM_ERROR:
        case simdjson::F_ATOM_ERROR:
        case simdjson::N_ATOM_ERROR:
            return {"the words of JSON are true, false and null", "put any other word in quotes"};
        default: return advice_on(slip_in(line));
    }
}

RejectedRecord not_utf8(std::string_view line, std::size_t offset) {
    const std::string_view key = key_around(line, offset);
    return refusal(text::first_invalid_utf8(key) ? "" : key, "the text is not valid UTF-8", "",
                   "save the file as UTF-8");
}

RejectedRecord not_json(std::string_view line, simdjson::error_code error) {
    if (const auto offset = text::first_invalid_utf8(line)) return not_utf8(line, *offset);
    if (error == simdjson::DEPTH_ERROR) {
        return refusal("", "the line nests more than 64 levels deep", "",
                       "leave out the value that nests so deep");
    }
    if (error == simdjson::NUMBER_ERROR) {
        const std::size_t number = too_large_number(line);
        if (number != std::string_view::npos) {
            return refusal(key_around(line, number), "a number is too large",
                           "whole numbers may take 64 bits",
                           "put it in quotes where it is a text such as a reference");
        }
    }
    const Advice advice = advice_on(error, line);
    return refusal("", "the line is not valid JSON", std::string(advice.note),
                   std::string(advice.help));
}

/// What a pair of the line is to those who keep it.
casework::KeptView kept_value(std::string_view line, std::size_t pair,
                              simdjson::dom::element value) {
    using casework::KeptForm;
    if (value.is_null()) return {};
    if (value.is_string()) return {value.get_string().value_unsafe(), KeptForm::text};
    return {written_value(line, pair), KeptForm::json};
}

RejectedRecord given_twice(std::string_view key) {
    return refusal(key, fmt::format("key `{}` is there twice", shown(key)), "",
                   "leave one of them out");
}

}  // namespace

JsonRecordParser::JsonRecordParser(const Columns& columns, const ReadOptions& options,
                                   ColumnsMet& met)
    : columns_(columns), options_(options), met_(met) {
    json::require_library();
    // The parser grows with the longest line; the depth it keeps.
    if (parser_.allocate(usual_line, deepest) != simdjson::SUCCESS) throw std::bad_alloc();
}

std::optional<RejectedRecord> JsonRecordParser::parse(std::string_view line,
                                                      IncomingRecord& record) {
    simdjson::dom::element root;
    constexpr bool copy = false;  // the padding is there already
    if (const auto error = parser_.parse(line.data(), line.size(), copy).get(root))
        return not_json(line, error);
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS) {
        return refusal("", "the line is not a JSON object", "", "write one object a line");
    }
    return read_object(line, object, record);
}

JsonRecordParser::Refusal JsonRecordParser::read_object(std::string_view line,
                                                        simdjson::dom::object object,
                                                        IncomingRecord& record) {
    seen_.assign(columns_.size(), false);
    passed_over_.clear();
    Refusal first;
    std::size_t position = 0;
    for (const auto& [key, value] : object) {
        const Column* column = column_of(key, position);
        // The rest is read after a fault too: it may hold the reference.
        auto rejected = column ? read_known(*column, key, value, record) : read_unknown(key);
        if (!first) first = std::move(rejected);
        if (column != nullptr && !column->kept.empty()) {
            const casework::KeptView kept = kept_value(line, position, value);
            for (const std::size_t i : column->kept) {
                record.kept[i].text = kept.text;
                record.kept[i].form = kept.form;
            }
        }
        ++position;
    }
    if (!first) first = repetition_among_passed_over();
    if (!first) {
        first = check_dates(record);
        if (first) name_as_in_file(columns_, *first);
    }
    return first;
}

const Column* JsonRecordParser::column_of(std::string_view key, std::size_t position) {
    if (position < guesses_.size() && guesses_[position].key == key)
        return guesses_[position].column;
    const Column* column = columns_.find(key);
    if (column != nullptr) met_.add(*column);
    if (column == nullptr || position >= columns_.size()) return column;
    if (position >= guesses_.size()) guesses_.resize(position + 1);
    guesses_[position] = {std::string(key), column};
    return column;
}

JsonRecordParser::Refusal JsonRecordParser::read_known(const Column& column, std::string_view key,
                                                       simdjson::dom::element value,
                                                       IncomingRecord& record) {
    if (seen_[column.position]) return given_twice(key);
    seen_[column.position] = true;
    fact_named_ = fact_named_ || Columns::is_any_fact(column);
    return put_value(columns_, column, value, record);
}

JsonRecordParser::Refusal JsonRecordParser::read_unknown(std::string_view key) {
    if (const Column* const ours = columns_.read_elsewhere(key)) {
        return refusal(
            key, fmt::format("the key `{}` is not read", shown(key)),
            fmt::format("the map reads `{}` from `{}`", ours->name, ours->header),
            fmt::format("put `{}` under `ignore` in the map, or correct the map", shown(key)));
    }
    if (options_.ignore_extra) {
        passed_over_.push_back(key);
        return {};
    }
    return refusal(key, fmt::format("unknown key `{}`", shown(key)),
                   fmt::format("a key is a fact of `{}` or one of the reserved columns",
                               columns_.criteria().id),
                   columns_.did_you_mean(key));
}

JsonRecordParser::Refusal JsonRecordParser::repetition_among_passed_over() {
    std::sort(passed_over_.begin(), passed_over_.end());
    const auto twice = std::adjacent_find(passed_over_.begin(), passed_over_.end());
    if (twice == passed_over_.end()) return {};
    return given_twice(*twice);
}

}  // namespace scr::intake
