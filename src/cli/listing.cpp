#include "cli/listing.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/table.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct JsonCell {
    text::JsonWriter& json;

    void operator()(std::monostate) const { json.null(); }
    void operator()(const std::string& text) const { json.value(text); }
    void operator()(std::int64_t number) const { json.value(number); }
    void operator()(bool truth) const { json.value(truth); }
    void operator()(const std::vector<std::string>& texts) const {
        text::write_strings(json, texts);
    }
};

struct TextCell {
    const std::string& separator;

    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
    std::string operator()(const std::vector<std::string>& texts) const {
        return text::join(texts, separator);
    }
};

}  // namespace

std::string to_text(const Cell& cell, const std::string& separator) {
    return std::visit(TextCell{separator}, cell);
}

void write_cell(text::JsonWriter& json, const Cell& cell) {
    std::visit(JsonCell{json}, cell);
}

std::string Listing::json_of(const std::vector<Cell>& row) const {
    text::JsonWriter json;
    json.begin_object();
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        json.key(columns_[column].key);
        write_cell(json, row[column]);
    }
    json.end_object();
    return json.take();
}

void Listing::print_text(Context& context, const std::string& when_empty) const {
    if (rows_.empty()) {
        context.out().line(when_empty);
        return;
    }
    std::vector<std::string> headings;
    for (const auto& column : columns_) {
        if (!column.heading.empty()) headings.push_back(column.heading);
    }
    Table table(std::move(headings));
    for (const auto& row : rows_) {
        std::vector<std::string> cells;
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            if (!columns_[column].heading.empty()) cells.push_back(to_text(row[column], ", "));
        }
        table.row(std::move(cells));
    }
    table.print(context.out());
}

void Listing::print(Context& context, const std::string& when_empty) const {
    switch (context.format()) {
        case Format::text: return print_text(context, when_empty);
        case Format::csv: {
            std::vector<std::string> cells;
            for (const auto& column : columns_) cells.push_back(column.key);
            context.out().csv_row(cells);
            for (const auto& row : rows_) {
                cells.clear();
                for (const auto& cell : row) cells.push_back(to_text(cell, ";"));
                context.out().csv_row(cells);
            }
            return;
        }
        case Format::ndjson:
            for (const auto& row : rows_) context.out().json_line(json_of(row));
            context.err().json_line(
                fmt::format(R"({{"type":"summary","{}":{}}})", name_, rows_.size()));
            return;
        case Format::json: {
            text::JsonWriter json;
            json.begin_object().key("schema").value(1).key(name_).begin_array();
            for (const auto& row : rows_) json.raw(json_of(row));
            json.end_array().end_object();
            context.out().json_line(json.text());
        }
    }
}

}  // namespace scr::cli
