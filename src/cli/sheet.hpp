#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/listing.hpp"

namespace scr::cli {

class Context;
class Output;

/// A part of a sheet with several rows.
struct Section {
    enum class Form {
        table,   ///< aligned columns
        entries  ///< the first column leads, the others follow it, a line or a paragraph each
    };

    std::string key;      ///< of JSON; blank: only for people
    std::string heading;  ///< for people; blank: only in JSON
    Form form = Form::table;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::string when_empty;  ///< what people read instead of no rows; blank: the part is left out
};

/// A part in forms of its own.
struct Part {
    std::function<void(Output&)> text;               ///< for people; it begins with a blank line
    std::function<void(text::JsonWriter&)> members;  ///< of the sheet's JSON object
};

/// One record, or what a command did, from one definition in both forms: for people a title, then
/// `heading  value` a line, then its sections; as JSON an object, `{"schema":1,"record":…}`.
class Sheet {
 public:
    /// `record` says in JSON what this is: `case`, `decision`. The title may be blank.
    Sheet(std::string record, std::string title)
        : record_(std::move(record)), title_(std::move(title)) {}

    /// A blank heading: only in JSON. A blank value is left out for people.
    Sheet& field(std::string key, std::string heading, Cell value);
    Sheet& section(Section section);
    Sheet& sections(std::vector<Section> sections);

    /// After the sections.
    Sheet& part(Part part);

    /// Throws Failure (usage) for a format other than text and json.
    void print(Context&) const;

 private:
    struct Field {
        std::string key;
        std::string heading;
        Cell value;
    };

    void print_json(Output&) const;
    void print_text(Output&) const;
    void print_fields(Output&) const;

    std::string record_;
    std::string title_;
    std::vector<Field> fields_;
    std::vector<Section> sections_;
    std::vector<Part> parts_;
};

/// A blank line, then `text` in bold, in lines of the stream's width.
void print_heading(Output&, const std::string& text);

/// `text` in lines of the stream's width, each after `indent` spaces; line feeds within stay.
void print_paragraph(Output&, const std::string& text, std::size_t indent);

}  // namespace scr::cli
