#include "scr/batch/row_text.hpp"

#include "scr/text/csv.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::batch {
namespace {

/// Calls `visit` with the id of each of `positions`.
template <class Items, class Positions, class Visit>
void each_id(const Items& items, const Positions& positions, Visit&& visit) {
    for (const std::size_t i : positions) visit(items[i].id);
}

/// Ids are `[a-z][a-z0-9_]*`: they need no quotes in CSV and no escapes in JSON.
template <class Items, class Positions>
void append_list(std::string& row, const Items& items, const Positions& positions) {
    const char* separator = "";
    each_id(items, positions, [&](const std::string& id) {
        row.append(separator).append(id);
        separator = ";";
    });
}

template <class Items, class Positions>
void append_array(std::string& row, const Items& items, const Positions& positions) {
    const char* separator = "\"";
    row += '[';
    each_id(items, positions, [&](const std::string& id) {
        row.append(separator).append(id).append("\"");
        separator = ",\"";
    });
    row += ']';
}

void append_key(std::string& row, std::string_view name, std::string_view suffix = "") {
    row.append(",\"").append(name).append(suffix).append("\":");
}

}  // namespace

std::string_view outcome_id(const criteria::Determination& determination,
                            const criteria::Finding& finding) {
    if (!finding.determined()) return "undetermined";
    return determination.outcomes[finding.possible.front()].id;
}

std::vector<std::string> screening_columns(const criteria::Criteria& criteria) {
    std::vector<std::string> columns{"ref"};
    for (const auto& determination : criteria.determinations) {
        columns.push_back(determination.id);
        columns.push_back(determination.id + "_possible");
    }
    columns.insert(columns.end(), {"criteria", "missing"});
    return columns;
}

void append_csv_cells(std::string& row, const criteria::Criteria& criteria,
                      const criteria::Screening* screening) {
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        const auto& determination = criteria.determinations[i];
        row += ',';
        row += screening == nullptr ? "refused" : outcome_id(determination, screening->findings[i]);
        row += ',';
        if (screening == nullptr) continue;
        append_list(row, determination.outcomes, screening->findings[i].possible);
    }
    row += ',';
    if (screening != nullptr) append_list(row, criteria.criteria, screening->criteria);
    row += ',';
    if (screening != nullptr) append_list(row, criteria.facts, screening->missing);
}

void append_json_members(std::string& row, const criteria::Criteria& criteria,
                         const criteria::Screening* screening) {
    static const criteria::Screening nothing;
    const auto& shown = screening == nullptr ? nothing : *screening;
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        const auto& determination = criteria.determinations[i];
        static const criteria::Finding none;
        const auto& finding = screening == nullptr ? none : screening->findings[i];
        append_key(row, determination.id);
        row += '"';
        row += screening == nullptr ? "refused" : outcome_id(determination, finding);
        row += '"';
        append_key(row, determination.id, "_possible");
        append_array(row, determination.outcomes, finding.possible);
    }
    append_key(row, "criteria");
    append_array(row, criteria.criteria, shown.criteria);
    append_key(row, "missing");
    append_array(row, criteria.facts, shown.missing);
    append_key(row, "assumed");
    append_array(row, criteria.facts, shown.assumed);
}

void append_csv_kept(std::string& row, std::string_view cell) {
    row += ',';
    text::append_csv_cell(row, cell);
}

void append_json_kept(std::string& row, std::string_view column, casework::KeptView cell) {
    row.append(",").append(text::json_string(column)).append(":");
    switch (cell.form) {
        case casework::KeptForm::absent: row += "null"; break;
        case casework::KeptForm::text: row += text::json_string(cell.text); break;
        case casework::KeptForm::json:
            // Between the tokens of a list stand tabs and carriage returns as they were written.
            for (const char c : cell.text) row += c == '\t' || c == '\r' ? ' ' : c;
    }
}

void append_json_beginning(std::string& row, std::size_t line, std::string_view ref) {
    row.append("{\"line\":").append(std::to_string(line));
    append_key(row, "ref");
    row += text::json_string(ref);
}

}  // namespace scr::batch
