#include "cli/screening_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/context.hpp"
#include "cli/held_output.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/utf8.hpp"

namespace scr::cli {
namespace {

/// Rows that are written as bytes: held until the commit where there will be one.
class ByteRows : public ScreeningSink {
 public:
    ByteRows(Context& context, const ScreeningForm& form)
        : ScreeningSink(form), context_(context), held_(context.out()) {}

    void release() override { held_.release(); }
    void drop() override { held_.drop(); }

 protected:
    void write(const BatchRow& row) final {
        if (row.screening == nullptr && !form().all_rows) return;
        row_.clear();
        append(row, row_);
        (form().record ? held_.out() : context_.out()).bytes(harmless(row_));
    }
    virtual void append(const BatchRow&, std::string& out) = 0;
    /// The row without what could command a terminal.
    virtual std::string_view harmless(const std::string& row) = 0;

    Context& context() { return context_; }

 private:
    Context& context_;
    std::string row_;
    HeldOutput held_;
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
        append_csv_cell(out, row.ref);
        append_csv_cells(out, form().criteria, row.screening);
        for (std::size_t i = 0; i < form().keep.size(); ++i)
            batch::append_csv_kept(out,
                                   row.record ? std::string_view(row.record->kept[i].text) : "");
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
        batch::append_json_beginning(out, row.line, row.ref);
        if (row.taken != nullptr)
            out.append(",\"case\":\"").append(row.taken->case_reference).append("\"");
        append_json_members(out, form().criteria, row.screening);
        for (std::size_t i = 0; i < form().keep.size(); ++i) {
            casework::KeptView cell;
            if (row.record != nullptr) cell = row.record->kept[i];
            batch::append_json_kept(out, form().keep[i], cell);
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
