#include "cli/regime_rows.hpp"

#include "cli/context.hpp"
#include "cli/table.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

std::string regime_json(const RegimeRecord& of, const record::DeterminationResult& result) {
    text::JsonWriter json;
    json.begin_object().key("line").value(static_cast<std::int64_t>(of.line));
    json.key("ref").value(of.ref).key("child").value(of.child);
    json.key("criteria_file").value(of.criteria_file);
    json.key("determination").value(result.determination).key("outcome").value(result.outcome);
    json.key("possible");
    text::write_strings(json, result.possible);
    json.end_object();
    return json.take();
}

}  // namespace

RegimeRows::RegimeRows(Context& context)
    : context_(context),
      format_(context.format_among({Format::text, Format::csv, Format::ndjson})) {}

void RegimeRows::begin(bool no_header) {
    static const std::vector<std::string> header{"ref",           "child",   "criteria_file",
                                                 "determination", "outcome", "possible"};
    if (format_ == Format::csv && !no_header) context_.out().csv_row(header);
}

void RegimeRows::add(const RegimeRecord& of, const record::DeterminationResult& result) {
    if (format_ == Format::text) {
        ++counts_[{of.criteria_file, result.determination, result.outcome}];
    } else if (format_ == Format::csv) {
        const std::vector<std::string> cells{of.ref,           of.child,
                                             of.criteria_file, result.determination,
                                             result.outcome,   text::join(result.possible, ";")};
        context_.out().csv_row(cells);
    } else {
        context_.out().json_line(regime_json(of, result));
    }
}

void RegimeRows::finish() {
    if (format_ != Format::text) return;
    Table table({"under", "question", "outcome", "records"});
    for (const auto& [key, count] : counts_) {
        const auto& [file, determination, outcome] = key;
        table.row({file, determination, outcome, std::to_string(count)});
    }
    if (table.empty()) {
        context_.out().line("no record falls under a regime");
    } else {
        table.print(context_.out());
    }
}

}  // namespace scr::cli
