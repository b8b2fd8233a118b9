#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/notify.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/held_output.hpp"
#include "cli/screening_rows.hpp"
#include "cli/screening_table.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/utf8.hpp"

namespace scr::cli {
namespace {

constexpr std::string_view status_of(const BatchRow& row) {
    if (row.rejected != nullptr) return "refused";
    return row.taken->kind == casework::Taken::Kind::recorded ? "recorded" : "already_there";
}

/// What became of each record: a count for people, a row each for scripts.
class TakenRows final : public RowSink {
 public:
    explicit TakenRows(Context& context)
        : context_(context), format_(context.format()), held_(context.out()) {}

    void begin() override {
        if (format_ == Format::csv) {
            context_.out().csv_row(std::vector<std::string>{"line", "ref", "case", "status"});
        } else if (format_ == Format::json) {
            context_.out().bytes(R"({"schema":1,"cases":[)");
        }
    }

    void add(const BatchRow& row) override {
        const std::string child = row.taken != nullptr ? row.taken->case_reference : "";
        if (format_ == Format::csv) {
            held_.out().bytes(held_.out().harmless_row(
                fmt::format("{},{},{},{}\n", row.line, csv_cell(row.ref), child, status_of(row))));
        } else if (format_ != Format::text) {
            add_json(row, child);
        }
    }
    void release() override { held_.release(); }
    void drop() override {
        held_.drop();
        separator_ = "\n";
    }

    void finish(const BatchTotals& totals) override {
        // Refused records that came after the last commit.
        release();
        if (format_ == Format::text) {
            context_.out().line(recorded_in_words(totals, false));
        } else if (format_ == Format::json) {
            context_.out().bytes("\n]," + totals_json(totals, true) + "}\n");
        } else if (format_ == Format::ndjson) {
            context_.err().json_line(
                fmt::format(R"({{"type":"summary",{}}})", totals_json(totals, true)));
        }
    }

 private:
    void add_json(const BatchRow& row, const std::string& child) {
        text::JsonWriter json;
        json.begin_object().key("line").value(static_cast<std::int64_t>(row.line));
        json.key("ref").value(row.ref);
        if (!child.empty()) json.key("case").value(child);
        json.key("status").value(status_of(row)).end_object();
        if (format_ == Format::ndjson) {
            held_.out().json_line(json.text());
            return;
        }
        held_.out().bytes(separator_).bytes(harmless_json(json.text()));
        separator_ = ",\n";
    }

    Context& context_;
    Format format_;
    HeldOutput held_;
    const char* separator_ = "\n";
};

}  // namespace

int run_notify_from(TypedBatch& options, Context& context) {
    options.batch.record = true;
    options.batch.max_rejects = static_cast<std::size_t>(options.max_rejects);
    BatchTotals totals;
    const auto criteria = context.criteria_or_default();
    require_adopted(context, *criteria);
    TakenRows rows(context);
    const int status = run_batch(context, criteria, options.batch, rows, totals);
    context.out().flush();
    if (context.out().lost() && !totals.undone) context.notice(recorded_in_words(totals, false));
    notice_dry_run(context);
    return status;
}

}  // namespace scr::cli
