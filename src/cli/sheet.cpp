#include "cli/sheet.hpp"

#include <algorithm>

#include "cli/context.hpp"
#include "cli/table.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/utf8.hpp"

namespace scr::cli {
namespace {

constexpr std::size_t narrowest_value = 20;
constexpr std::size_t field_indent = 2;

std::string shown(const Cell& cell) {
    return to_text(cell, ", ");
}

void write_json(text::JsonWriter& json, const std::string& key, const Cell& cell) {
    json.key(key);
    write_cell(json, cell);
}

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// The lines of `text` where `taken` columns of the stream are used already.
std::vector<std::string> lines_of(const Output& output, const std::string& text,
                                  std::size_t taken) {
    const std::size_t width = output.appearance().width;
    std::vector<std::string> lines;
    for (const auto& line : split_lines(text)) {
        const std::string visible = text::visible(line);
        if (width == 0) {
            lines.push_back(visible);
        } else {
            std::ranges::move(wrap(visible, width > taken + 8 ? width - taken : 8),
                              std::back_inserter(lines));
        }
    }
    return lines;
}

/// Whether a value is better read below its lead, after `below` columns, than beside it, after
/// `taken`: for want of room, or because a digest would be torn there and is not below.
bool is_better_below(const std::string& value, std::size_t width, std::size_t taken,
                     std::size_t below) {
    if (width < taken + narrowest_value) return true;
    const std::size_t word = longest_word(text::visible(value, true));
    return word > width - taken && word <= width - std::min(width, below);
}

/// `lead` in a column of `lead_width`, the value beside it or, where it is too narrow there, below.
void print_led(Output& output, const std::string& lead, std::size_t lead_width,
               const std::string& value, std::size_t indent) {
    const std::string margin(indent, ' ');
    if (output.appearance().accessible) {
        output.line(value.empty() ? lead : lead + ": " + value);
        return;
    }
    const std::size_t taken = indent + lead_width + 2;
    const std::size_t width = output.appearance().width;
    if (width > 0 && is_better_below(value, width, taken, indent + 2)) {
        output.put(margin).put(lead, Style::bold).end();
        print_paragraph(output, value, indent + 2);
        return;
    }
    bool first = true;
    for (const auto& line : lines_of(output, value, taken)) {
        if (first) {
            const std::size_t used = std::min(lead_width, text::display_width(lead));
            output.put(margin).put(lead, Style::bold);
            if (!line.empty()) output.put(std::string(lead_width - used + 2, ' '));
        } else {
            output.put(std::string(taken, ' '));
        }
        output.line(line);
        first = false;
    }
}

void print_entries(Output& output, const Section& section) {
    std::size_t lead_width = 0;
    for (const auto& row : section.rows) {
        lead_width = std::max(lead_width, text::display_width(shown(row.front())));
    }
    for (const auto& row : section.rows) {
        std::string value;
        for (std::size_t column = 1; column < row.size(); ++column) {
            const std::string cell = shown(row[column]);
            if (cell.empty() || section.columns[column].heading.empty()) continue;
            if (!value.empty()) value += '\n';
            value += cell;
        }
        print_led(output, shown(row.front()), lead_width, value, 0);
    }
}

void print_table(Output& output, const Section& section) {
    std::vector<std::string> headings;
    for (const auto& column : section.columns) {
        if (!column.heading.empty()) headings.push_back(column.heading);
    }
    Table table(std::move(headings));
    for (const auto& row : section.rows) {
        std::vector<std::string> cells;
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (!section.columns[column].heading.empty()) cells.push_back(shown(row[column]));
        }
        table.row(std::move(cells));
    }
    table.print(output);
}

bool is_shown(const Section& section) {
    return !section.heading.empty() && !(section.rows.empty() && section.when_empty.empty());
}

void print_section(Output& output, const Section& section) {
    output.line(section.heading, Style::bold);
    if (section.rows.empty()) {
        output.line(section.when_empty);
    } else if (section.form == Section::Form::entries) {
        print_entries(output, section);
    } else {
        print_table(output, section);
    }
}

}  // namespace

Sheet& Sheet::field(std::string key, std::string heading, Cell value) {
    fields_.push_back({std::move(key), std::move(heading), std::move(value)});
    return *this;
}

Sheet& Sheet::section(Section section) {
    sections_.push_back(std::move(section));
    return *this;
}

Sheet& Sheet::sections(std::vector<Section> sections) {
    for (auto& each : sections) section(std::move(each));
    return *this;
}

Sheet& Sheet::part(Part part) {
    parts_.push_back(std::move(part));
    return *this;
}

void Sheet::print_fields(Output& output) const {
    std::size_t widest = 0;
    const auto is_shown = [](const Field& field) {
        return !field.heading.empty() && !shown(field.value).empty();
    };
    for (const auto& field : fields_) {
        if (is_shown(field)) widest = std::max(widest, field.heading.size());
    }
    for (const auto& field : fields_) {
        if (is_shown(field)) {
            print_led(output, field.heading, widest, shown(field.value), field_indent);
        }
    }
}

void Sheet::print_text(Output& output) const {
    bool first = title_.empty() && fields_.empty();
    if (!title_.empty()) {
        for (const auto& line : lines_of(output, title_, 0)) output.line(line, Style::bold);
    }
    print_fields(output);
    for (const auto& section : sections_) {
        if (!is_shown(section)) continue;
        if (!first) output.line();
        first = false;
        print_section(output, section);
    }
    for (const auto& part : parts_) part.text(output);
}

void Sheet::print_json(Output& output) const {
    text::JsonWriter json;
    json.begin_object().key("schema").value(1).key("record").value(record_);
    for (const auto& field : fields_) write_json(json, field.key, field.value);
    for (const auto& section : sections_) {
        if (section.key.empty()) continue;
        json.key(section.key).begin_array();
        for (const auto& row : section.rows) {
            json.begin_object();
            for (std::size_t column = 0; column < row.size(); ++column) {
                write_json(json, section.columns[column].key, row[column]);
            }
            json.end_object();
        }
        json.end_array();
    }
    for (const auto& part : parts_) part.members(json);
    json.end_object();
    output.json_line(json.text());
}

void Sheet::print(Context& context) const {
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        print_json(context.out());
    } else {
        print_text(context.out());
    }
}

void print_heading(Output& output, const std::string& text) {
    output.line();
    for (const auto& line : lines_of(output, text, 0)) output.line(line, Style::bold);
}

void print_paragraph(Output& output, const std::string& text, std::size_t indent) {
    for (const auto& line : lines_of(output, text, indent)) {
        output.line(std::string(indent, ' ') + line);
    }
}

}  // namespace scr::cli
