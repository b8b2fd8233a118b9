#include "intake/json_cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "intake/date_cell.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::intake {

namespace {

using casework::Attribution;
using casework::IncomingRecord;
using simdjson::dom::element_type;
using Refusal = std::optional<casework::RejectedRecord>;

const std::array<std::string, 5> answer_keys{"value", "source", "judged_by", "ground", "on"};
constexpr std::size_t value_key = 0;
constexpr std::size_t on_key = 4;
constexpr std::array attribution_members{&Attribution::source, &Attribution::judged_by,
                                         &Attribution::ground, &Attribution::on};

bool holds_nul(std::string_view text) {
    return text.find('\0') != std::string_view::npos;
}

/// What a value that is none of those allowed is called.
std::string_view kind_of(element_type type) {
    switch (type) {
        case element_type::ARRAY: return "a list";
        case element_type::OBJECT: return "an object";
        case element_type::DOUBLE:
            return "a number with a fraction, an exponent or too many digits";
        case element_type::BOOL: return "true or false";
        default: return "this value";
    }
}

/// How a value is to be written that its column takes.
std::string help_for(const Columns& columns, const Column& column, element_type type) {
    const bool nested = type == element_type::ARRAY || type == element_type::OBJECT;
    if (column.kind == Column::Kind::fact) {
        return fmt::format("write one value: {}",
                           columns.criteria().facts[column.fact].answers_in_words());
    }
    if (column.kind == Column::Kind::text && !nested) return "put it in quotes";
    return column.kind == Column::Kind::text ? "write one text, in quotes"
                                             : "write a date, for example `\"2026-02-03\"`";
}

Refusal holds_nul_character(const Column& column) {
    return refusal(column.header, "the text holds a NUL character", "",
                   "take it out: it is written `\\u0000`");
}

Refusal put_string(const Columns& columns, const Column& column, std::string_view text,
                   IncomingRecord& record) {
    if (holds_nul(text)) return holds_nul_character(column);
    return put_cell(columns, column, text, record);
}

/// A value that is no answer object.
Refusal put_plain(const Columns& columns, const Column& column, simdjson::dom::element value,
                  IncomingRecord& record) {
    const element_type type = value.type();
    switch (type) {
        case element_type::STRING:
            return put_string(columns, column, value.get_string().value_unsafe(), record);
        case element_type::INT64:
            return put_cell(columns, column,
                            fmt::format_int(value.get_int64().value_unsafe()).str(), record);
        case element_type::UINT64:
            return put_cell(columns, column,
                            fmt::format_int(value.get_uint64().value_unsafe()).str(), record);
        case element_type::NULL_VALUE: return put_cell(columns, column, "", record);
        case element_type::BOOL:
            if (column.kind == Column::Kind::text) break;
            return put_cell(columns, column, value.get_bool().value_unsafe() ? "true" : "false",
                            record);
        default:
            if (column.kind == Column::Kind::passed_over) return {};
    }
    return refusal(column.header, fmt::format("`{}` does not take {}", column.name, kind_of(type)),
                   "", help_for(columns, column, type));
}

/// Source, judge, ground or date of an answer.
Refusal put_attribution(const Column& fact, std::size_t key, simdjson::dom::element value,
                        Attribution& attribution) {
    if (value.is_null()) return {};
    const std::string& name = answer_keys[key];
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS || holds_nul(text)) {
        return refusal(fact.header, fmt::format("`{}` of an answer takes text", name), "",
                       "write it in quotes, or null where there is none");
    }
    text = text::trim(text);
    if (key == on_key) {
        auto date = read_date(name, text);
        if (!date.problem.empty()) return refusal(fact.header, date.problem, date.note, date.help);
    }
    attribution.*attribution_members.at(key - 1) = text;
    return {};
}

Refusal unknown_key(const Column& fact, std::string_view key) {
    return refusal(fact.header, fmt::format("unknown key `{}` in an answer", shown(key)),
                   "an answer has `value`, `source`, `judged_by`, `ground` and `on`",
                   key.size() > 64 ? "" : text::did_you_mean(key, answer_keys));
}

Refusal put_answer(const Columns& columns, const Column& fact, simdjson::dom::object answer,
                   IncomingRecord& record) {
    Attribution attribution;
    std::array<bool, answer_keys.size()> seen{};
    for (const auto& [written, value] : answer) {
        const auto found =
            std::find(answer_keys.begin(), answer_keys.end(), text::to_lower(text::trim(written)));
        if (found == answer_keys.end()) return unknown_key(fact, written);
        const auto key = static_cast<std::size_t>(found - answer_keys.begin());
        if (seen[key])
            return refusal(fact.header, fmt::format("`{}` of an answer is there twice", *found), "",
                           "leave one of them out");
        seen[key] = true;
        auto rejected = key == value_key ? put_plain(columns, fact, value, record)
                                         : put_attribution(fact, key, value, attribution);
        if (rejected) return rejected;
    }
    if (!seen[value_key]) {
        return refusal(fact.header, fmt::format("the answer to `{}` has no `value`", fact.name), "",
                       "add `\"value\"`, with null for a blank");
    }
    if (attribution != Attribution{})
        record.attributions.emplace(fact.fact, std::move(attribution));
    return {};
}

}  // namespace

Refusal put_value(const Columns& columns, const Column& column, simdjson::dom::element value,
                  IncomingRecord& record) {
    simdjson::dom::object answer;
    const bool may_be_answer = column.kind == Column::Kind::fact;
    if (may_be_answer && value.get_object().get(answer) == simdjson::SUCCESS) {
        return put_answer(columns, column, answer, record);
    }
    return put_plain(columns, column, value, record);
}

}  // namespace scr::intake
