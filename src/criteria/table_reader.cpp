#include "criteria/table_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "criteria/words.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

const Entry* find(const Table& table, std::string_view key) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    return found == table.end() ? nullptr : &*found;
}

bool is_blank(const Text& text) {
    return text::trim(text.value).empty();
}

/// ``criterion `death` ``, or `the criterion` where it has no name to be called by.
std::string description(const Table& table, std::string_view what) {
    for (const std::string_view key : {"id", "name"}) {
        const Entry* const entry = find(table, key);
        const Text* const name = entry ? std::get_if<Text>(&entry->node.value) : nullptr;
        if (name && !is_blank(*name)) return fmt::format("{} `{}`", what, name->value);
    }
    return fmt::format("the {}", what);
}

}  // namespace

TableReader::TableReader(const Table& table, Span place, std::string what, Faults& faults)
    : table_(&table), place_(place), what_(std::move(what)), faults_(&faults) {}

const Entry* TableReader::entry(std::string_view key) {
    known_.emplace(key);
    return find(*table_, key);
}

const Node* TableReader::node(std::string_view key) {
    const Entry* const found = entry(key);
    return found ? &found->node : nullptr;
}

Span TableReader::span_of(std::string_view key) {
    const Node* const found = node(key);
    return found ? found->span : place_;
}

void TableReader::missing(std::string_view key) {
    faults_->add(place_, fmt::format("{} has no `{}`", what_, key), "",
                 fmt::format("add a line `{} = ...`", key));
}

void TableReader::wrong_type(std::string_view key, Span value, std::string_view wanted) {
    faults_->add(value, fmt::format("`{}` must be {}", key, wanted));
}

const Text* TableReader::text(std::string_view key) {
    const Node* const found = node(key);
    if (!found) return nullptr;
    const Text* const text = std::get_if<Text>(&found->value);
    if (!text)
        wrong_type(key, found->span, "a text in quotes");
    else if (is_blank(*text))
        faults_->add(found->span, fmt::format("`{}` is blank", key));
    else
        return text;
    return nullptr;
}

const Text* TableReader::required_text(std::string_view key) {
    if (!entry(key)) missing(key);
    return text(key);
}

std::string TableReader::text_or(std::string_view key, std::string otherwise) {
    const Text* const found = text(key);
    return found ? found->value : std::move(otherwise);
}

bool TableReader::flag(std::string_view key) {
    const Node* const found = node(key);
    if (!found) return false;
    const bool* const truth = std::get_if<bool>(&found->value);
    if (!truth) wrong_type(key, found->span, "true or false");
    return truth && *truth;
}

const DateText* TableReader::date(std::string_view key) {
    const Node* const found = node(key);
    if (!found) return nullptr;
    constexpr std::size_t length_of_a_date = 10;  // a date with a time is longer
    const DateText* const date = std::get_if<DateText>(&found->value);
    if (date && date->value.size() == length_of_a_date) return date;
    wrong_type(key, found->span, "a date such as 2015-03-26, without quotes");
    return nullptr;
}

std::optional<TableReader> TableReader::table(std::string_view key) {
    const Node* const found = node(key);
    if (!found) return std::nullopt;
    if (const Table* const table = std::get_if<Table>(&found->value))
        return TableReader(*table, found->span, fmt::format("`{}`", key), *faults_);
    wrong_type(key, found->span, "a table");
    return std::nullopt;
}

std::vector<const Text*> TableReader::texts(std::string_view key) {
    const Node* const found = node(key);
    if (!found) return {};
    const Array* const array = std::get_if<Array>(&found->value);
    if (!array) {
        wrong_type(key, found->span, R"(a list of texts, such as ["a", "b"])");
        return {};
    }
    std::vector<const Text*> texts;
    for (const Node& item : *array) {
        const Text* const text = std::get_if<Text>(&item.value);
        if (!text || is_blank(*text))
            wrong_type(key, item.span, "a list of texts, none blank");
        else
            texts.push_back(text);
    }
    return texts;
}

std::vector<TableReader> TableReader::list(std::string_view key, std::string_view what,
                                           std::string_view header) {
    const Node* const found = node(key);
    if (!found) return {};
    const Array* const array = std::get_if<Array>(&found->value);
    if (!array) {
        faults_->add(
            found->span, fmt::format("`{}` must be a list of tables", key), "",
            fmt::format("write `[[{}]]` above each of them", header.empty() ? key : header));
        return {};
    }
    std::vector<TableReader> tables;
    for (const Node& item : *array) {
        if (const Table* const table = std::get_if<Table>(&item.value))
            tables.emplace_back(*table, item.span, description(*table, what), *faults_);
        else
            wrong_type(key, item.span, "a list of tables");
    }
    return tables;
}

std::vector<std::pair<const Entry*, TableReader>> TableReader::named(std::string_view key) {
    const Node* const found = node(key);
    if (!found) return {};
    const Table* const group = std::get_if<Table>(&found->value);
    const std::string help = fmt::format("write `[{}.NAME]` above each {}", key, key);
    if (!group) {
        faults_->add(found->span, fmt::format("`{}` must hold named tables", key), "", help);
        return {};
    }
    std::vector<std::pair<const Entry*, TableReader>> tables;
    for (const Entry& entry : *group) {
        const Table* const table = std::get_if<Table>(&entry.node.value);
        if (!table) {
            faults_->add(entry.key_span, fmt::format("`{}` is no {}", entry.key, key), "", help);
            continue;
        }
        if (!is_identifier(entry.key))
            faults_->add(entry.key_span, fmt::format("not a name: `{}`", entry.key),
                         "a name is small letters, digits and underscores, a letter first");
        tables.emplace_back(&entry, TableReader(*table, entry.node.span,
                                                fmt::format("{} `{}`", key, entry.key), *faults_));
    }
    return tables;
}

void TableReader::refuse_unknown_keys() {
    const std::vector<std::string> known(known_.begin(), known_.end());
    for (const Entry& entry : *table_) {
        if (known_.contains(entry.key)) continue;
        faults_->add(entry.key_span, fmt::format("unknown key `{}` in {}", entry.key, what_),
                     fmt::format("keys here are {}", text::join(known, ", ")),
                     faults_->did_you_mean(entry.key, known));
    }
}

}  // namespace scr::criteria
