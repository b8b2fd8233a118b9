// Reads a map: scr/intake/column_map.hpp.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intake/code_reading.hpp"
#include "intake/columns.hpp"
#include "intake/map_faults.hpp"
#include "scr/intake/column_map.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

using criteria::Entry;
using criteria::Span;

const std::vector<std::string> top_keys{"column", "ignore"};
const std::vector<std::string> column_keys{"header", "codes", "date"};

class MapReader {
 public:
    MapReader(const criteria::Document& document, const criteria::Criteria& criteria,
              const std::vector<std::string>& facts_elsewhere)
        : document_(document), criteria_(criteria), ours_(criteria, {}, facts_elsewhere) {
        map_.name = document.name;
    }

    MapReading run() {
        // What is read is looked at first, wherever `ignore` stands.
        for (const Entry& entry : document_.root) {
            if (entry.key == "column") read_columns(entry);
        }
        for (const Entry& entry : document_.root) {
            if (entry.key == "ignore")
                read_ignored(entry);
            else if (entry.key != "column")
                faults_.unknown_key(entry, "the map", top_keys);
        }
        MapReading reading;
        reading.diagnostics = std::move(faults_.found());
        criteria::tidy(reading.diagnostics);
        if (reading.diagnostics.empty()) reading.map = std::move(map_);
        return reading;
    }

 private:
    void read_columns(const Entry& entry) {
        const auto* const columns = faults_.table(entry, "write `[column.NAME]` above each column");
        if (columns == nullptr) return;
        for (const Entry& column : *columns) read_column(column);
    }

    void unknown_column(const Entry& entry) {
        faults_.add(entry.key_span, fmt::format("unknown column `{}`", shown(entry.key)),
                    fmt::format("a column is a fact of {} or one of the reserved columns",
                                ours_.whose_facts()),
                    ours_.did_you_mean(entry.key));
    }

    void read_column(const Entry& entry) {
        const Column* const ours = ours_.own(entry.key);
        if (ours == nullptr) unknown_column(entry);
        const auto* const table =
            faults_.table(entry, fmt::format("write `[column.{}]` above its keys", entry.key));
        if (table == nullptr) return;
        MappedColumn mapped{entry.key, entry.key, {}, {}};
        Span place = entry.key_span;
        for (const Entry& key : *table) {
            if (key.key == "header") place = key.node.span;
            read_key(key, ours, mapped);
        }
        claim(mapped.header, place);
        map_.columns.push_back(std::move(mapped));
    }

    void read_key(const Entry& key, const Column* ours, MappedColumn& mapped) {
        if (key.key == "header") return read_header(key, mapped);
        if (key.key == "codes") return read_codes_of(key, ours, mapped);
        if (key.key == "date") return read_date_form(key, ours, mapped);
        if (key.key == "ignore") {
            return faults_.add(key.key_span, "`ignore` is no key of a column",
                               "a key belongs to the table above it",
                               "put `ignore` above the first table");
        }
        faults_.unknown_key(key, fmt::format("column `{}`", mapped.column), column_keys);
    }

    void read_header(const Entry& key, MappedColumn& mapped) {
        const criteria::Text* const text = faults_.text(key);
        if (text == nullptr) return;
        mapped.header = text::trim(text->value);
        if (mapped.header.empty()) {
            faults_.add(key.node.span, "`header` is blank", "",
                        "write the name that stands in the file's header");
        } else if (mapped.header.starts_with(guess_mark) || mapped.header == to_be_given) {
            faults_.add(key.node.span,
                        fmt::format("the header of `{}` is a guess that nobody has confirmed",
                                    mapped.column),
                        "", "where it is right, take the `? ` out; where not, take the table out");
        }
    }

    void read_codes_of(const Entry& key, const Column* ours, MappedColumn& mapped) {
        const auto* const table = faults_.table(key, R"(write `codes = { "1" = "yes" }`)");
        if (table == nullptr || ours == nullptr) return;
        if (!Columns::is_any_fact(*ours)) {
            return faults_.add(key.key_span, fmt::format("`{}` takes no codes", mapped.column),
                               "only a fact has answers that codes may stand for");
        }
        const bool here = ours->kind == Column::Kind::fact;
        mapped.codes = read_codes(*table, here ? &criteria_.facts[ours->fact] : nullptr, faults_);
    }

    void read_date_form(const Entry& key, const Column* ours, MappedColumn& mapped) {
        const bool is_date = ours != nullptr && (ours->kind == Column::Kind::date ||
                                                 ours->kind == Column::Kind::date_of_birth);
        if (ours != nullptr && !is_date)
            return faults_.add(key.key_span, fmt::format("`{}` is no date", mapped.column));
        const criteria::Text* const text = faults_.text(key);
        if (text == nullptr) return;
        mapped.date = record::DateForm::parse(text->value);
        if (mapped.date) return;
        const bool open = text::trim(text->value) == to_be_given;
        faults_.add(key.node.span,
                    open ? fmt::format("the form of `{}` is not given yet", mapped.column)
                         : fmt::format("`{}` is no form of a date", shown(text->value)),
                    "a form is dd, mm and yyyy in any order with one separator, or yyyymmdd; d and "
                    "m for days and months of one digit or two",
                    "write for example `date = \"dd/mm/yyyy\"`");
    }

    void read_ignored(const Entry& entry) {
        const auto* const list = std::get_if<criteria::Array>(&entry.node.value);
        if (list == nullptr) {
            return faults_.add(entry.node.span, "`ignore` must be a list of headers", "",
                               R"(write `ignore = ["Clerk", "Batch"]`)");
        }
        for (const criteria::Node& item : *list) {
            const auto* const text = std::get_if<criteria::Text>(&item.value);
            if (text == nullptr) {
                faults_.add(item.span, "`ignore` must be a list of headers", "",
                            "put each header in quotes");
                continue;
            }
            const std::string header(text::trim(text->value));
            claim(header, item.span);
            map_.ignore.push_back(header);
        }
    }

    /// A header means one thing, in any letter case.
    void claim(const std::string& header, Span place) {
        const auto [taken, added] = claimed_.emplace(text::to_lower(header), header);
        if (added || header.empty()) return;
        faults_.add(place, fmt::format("the header `{}` is there twice", shown(header)),
                    "a column of the file is read as one of ours or ignored; letter case and "
                    "spaces around it do not count",
                    "leave one of them out");
    }

    const criteria::Document& document_;
    const criteria::Criteria& criteria_;
    Columns ours_;
    ColumnMap map_;
    MapFaults faults_;
    std::map<std::string, std::string> claimed_;
};

}  // namespace

MapReading read_column_map(const criteria::Document& document, const criteria::Criteria& criteria,
                           const std::vector<std::string>& facts_elsewhere) {
    return MapReader(document, criteria, facts_elsewhere).run();
}

}  // namespace scr::intake
