#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace scr::text {
class JsonWriter;
}

namespace scr::cli {

class Context;

/// A value of a listing: nothing, a text, a number, a truth, several texts.
using Cell =
    std::variant<std::monostate, std::string, std::int64_t, bool, std::vector<std::string>>;

struct Column {
    std::string key;      ///< of JSON and of the CSV header, snake_case
    std::string heading;  ///< for people; the column is left out of the text form when blank
};

/// The same rows in whichever format was asked for: a table, CSV, NDJSON (an object a line, and
/// the closing summary on standard error), or JSON as `{"schema":1,"NAME":[…]}`, which is valid for
/// zero rows too.
class Listing {
 public:
    Listing(std::string name, std::vector<Column> columns)
        : name_(std::move(name)), columns_(std::move(columns)) {}

    /// One cell a column.
    void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
    /// `when_empty` is what people read instead of an empty table.
    void print(Context&, const std::string& when_empty) const;

 private:
    void print_text(Context&, const std::string& when_empty) const;
    std::string json_of(const std::vector<Cell>& row) const;

    std::string name_;
    std::vector<Column> columns_;
    std::vector<std::vector<Cell>> rows_;
};

/// The cell as people and CSV read it; several texts are joined by `separator`.
std::string to_text(const Cell&, const std::string& separator);

/// The cell as a JSON value.
void write_cell(text::JsonWriter&, const Cell&);

}  // namespace scr::cli
