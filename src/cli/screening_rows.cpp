#include "cli/screening_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/context.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/utf8.hpp"

namespace scr::cli {
namespace {

/// Calls `visit` with the id of each of `positions`.
template <class Items, class Visit>
void each_id(const Items& items, const std::vector<std::size_t>& positions, Visit&& visit) {
    for (const std::size_t i : positions) visit(items[i].id);
}

/// Ids are `[a-z][a-z0-9_]*`: they need no quotes in CSV and no escapes in JSON.
template <class Items>
void append_list(std::string& row, const Items& items, const std::vector<std::size_t>& positions) {
    const char* separator = "";
    each_id(items, positions, [&](const std::string& id) {
        row.append(separator).append(id);
        separator = ";";
    });
}

template <class Items>
void append_array(std::string& row, const Items& items, const std::vector<std::size_t>& positions) {
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

/// Rows that are written as bytes: held until the commit where there will be one.
class ByteRows : public ScreeningSink {
 public:
    ByteRows(Context& context, const ScreeningForm& form)
        : ScreeningSink(form), context_(context) {}

    void release() override {
        context_.out().bytes(held_);
        held_.clear();
    }
    void drop() override { held_.clear(); }

 protected:
    void write(const BatchRow& row) final {
        if (row.screening == nullptr && !form().all_rows) return;
        row_.clear();
        append(row, row_);
        if (!form().record) {
            context_.out().bytes(harmless(row_));
        } else {
            held_ += harmless(row_);
        }
    }
    virtual void append(const BatchRow&, std::string& out) = 0;
    /// The row without what could command a terminal.
    virtual std::string_view harmless(const std::string& row) = 0;

    Context& context() { return context_; }

 private:
    Context& context_;
    std::string row_;
    std::string held_;
};

class CsvRows final : public ByteRows {
 public:
    using ByteRows::ByteRows;

    void begin() override {
        if (form().no_header) return;
        auto columns = screening_columns(form().criteria);
        columns.insert(columns.end(), form().keep.begin(), form().keep.end());
        context().out().csv_row(columns);
    }

    void finish(const BatchTotals&) override {}

 protected:
    void append(const BatchRow& row, std::string& out) override {
        append_csv(out, row.ref);
        append_csv_cells(out, form().criteria, row.screening);
        for (std::size_t i = 0; i < form().keep.size(); ++i) {
            out += ',';
            if (row.record != nullptr) append_csv(out, row.record->kept[i]);
        }
        out += '\n';
    }

    std::string_view harmless(const std::string& row) override {
        if (!context().out().appearance().terminal) return row;
        shown_ = text::visible(row, true);
        return shown_;
    }

 private:
    std::string shown_;
};

class NdjsonRows : public ByteRows {
 public:
    using ByteRows::ByteRows;

    void finish(const BatchTotals& totals) override {
        context().err().json_line(
            fmt::format(R"({{"type":"summary",{}}})", totals_json(totals, form().record)));
    }

 protected:
    void append(const BatchRow& row, std::string& out) override {
        append_object(row, out);
        out += '\n';
    }

    void append_object(const BatchRow& row, std::string& out) {
        out.append("{\"line\":").append(std::to_string(row.line));
        append_key(out, "ref");
        out += text::json_string(row.ref);
        if (row.taken != nullptr) {
            append_key(out, "case");
            out.append("\"").append(row.taken->case_reference).append("\"");
        }
        append_json_members(out, form().criteria, row.screening);
        for (std::size_t i = 0; i < form().keep.size(); ++i) {
            out.append(",").append(text::json_string(form().keep[i])).append(":");
            out += row.record == nullptr ? "null" : text::json_string(row.record->kept[i]);
        }
        if (form().trial) out += ",\"trial\":true";
        out += '}';
    }

    std::string_view harmless(const std::string& row) override {
        const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x7F; };
        if (std::ranges::all_of(row, plain)) return row;
        shown_ = harmless_json(row);
        return shown_;
    }

 private:
    std::string shown_;
};

class JsonRows final : public NdjsonRows {
 public:
    using NdjsonRows::NdjsonRows;

    void begin() override { context().out().bytes(R"({"schema":1,"screenings":[)"); }

    void drop() override {
        NdjsonRows::drop();
        separator_ = "\n";
    }

    void finish(const BatchTotals& totals) override {
        context().out().bytes("\n],");
        context().out().bytes(totals_json(totals, form().record));
        context().out().bytes("}\n");
    }

 protected:
    void append(const BatchRow& row, std::string& out) override {
        out += separator_;
        separator_ = ",\n";
        append_object(row, out);
    }

 private:
    const char* separator_ = "\n";
};

}  // namespace

std::vector<std::string> screening_columns(const criteria::Criteria& criteria) {
    std::vector<std::string> columns{"ref"};
    for (const auto& determination : criteria.determinations) {
        columns.push_back(determination.id);
        columns.push_back(determination.id + "_possible");
    }
    columns.insert(columns.end(), {"criteria", "missing"});
    return columns;
}

void append_csv(std::string& row, std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        row += cell;
    } else {
        row += csv_cell(cell);
    }
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

std::string totals_json(const BatchTotals& totals, bool record) {
    auto json = fmt::format(R"("records":{},"screened":{},"refused":{})", totals.records,
                            totals.records - totals.refused, totals.refused);
    if (record) {
        json += fmt::format(R"(,"recorded":{},"already_there":{},"screenings_added":{})",
                            totals.undone ? 0 : totals.recorded, totals.already_there,
                            totals.undone ? 0 : totals.screenings);
    }
    return json;
}

std::unique_ptr<ScreeningSink> make_csv_rows(Context& context, const ScreeningForm& form) {
    return std::make_unique<CsvRows>(context, form);
}

std::unique_ptr<ScreeningSink> make_ndjson_rows(Context& context, const ScreeningForm& form) {
    return std::make_unique<NdjsonRows>(context, form);
}

std::unique_ptr<ScreeningSink> make_json_rows(Context& context, const ScreeningForm& form) {
    return std::make_unique<JsonRows>(context, form);
}

}  // namespace scr::cli
