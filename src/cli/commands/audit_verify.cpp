#include <fmt/format.h>

#include <sstream>

#include "cli/commands/audit.hpp"
#include "cli/context.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "scr/casework/replay.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct AuditVerifyOptions {
    std::string anchor;   ///< a file of lines `SEQ HASH DATE`, as `audit head` prints them
    bool replay = false;  ///< work out every recorded screening anew
};

/// What was minuted of the log on some day.
struct Anchor {
    std::int64_t sequence = 0;
    std::string hash;
    std::string date;
};

std::vector<Anchor> read_anchors(const std::string& file) {
    std::istringstream lines(read_file(file));
    std::vector<Anchor> anchors;
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (text::trim(line).empty()) continue;
        std::istringstream fields(line);
        Anchor anchor;
        if (!(fields >> anchor.sequence >> anchor.hash >> anchor.date) || anchor.sequence < 1) {
            throw Failure(FailureKind::refused, "this is no line of `scr audit head`",
                          fmt::format("{}:{}", file, number), "a line is SEQ HASH DATE",
                          "scr audit head");
        }
        anchors.push_back(std::move(anchor));
    }
    if (anchors.empty()) throw Failure(FailureKind::refused, "the anchor file is empty", file);
    return anchors;
}

/// A rewritten log can be consistent in itself; it cannot match what was minuted.
void compare(casework::Store& store, const Anchor& anchor, casework::AuditReport& report) {
    std::string found;
    store.each_event(anchor.sequence - 1, [&](const record::Event& event) {
        if (event.sequence == anchor.sequence) found = event.hash;
    });
    if (found == anchor.hash) return;
    report.findings.push_back(
        {anchor.sequence,
         found.empty() ? fmt::format("the entry minuted on {} is gone from the log", anchor.date)
                       : fmt::format("this is not the entry minuted on {}", anchor.date)});
}

void write_replay(text::JsonWriter& json, const casework::ReplayReport& report) {
    const auto number = [&](const char* key, std::size_t count) {
        json.key(key).value(static_cast<std::int64_t>(count));
    };
    json.key("replay").begin_object();
    number("screenings", report.screenings);
    number("without_receipt", report.without_receipt);
    number("differing", report.differing);
    json.key("findings").begin_array();
    for (const auto& finding : report.findings) {
        json.begin_object().key("screening").value(finding.screening);
        json.key("problem").value(finding.problem).end_object();
    }
    json.end_array().key("unreceipted");
    text::write_strings(json, report.unreceipted);
    json.end_object();
}

void print_unreceipted(Output& out, const casework::ReplayReport& report) {
    if (report.without_receipt == 0) return;
    out.line(fmt::format("{} recorded without the answers that decided, before those were kept:",
                         text::counted(report.without_receipt, "screening")));
    for (const auto& screening : report.unreceipted) out.line("  " + screening);
    if (report.without_receipt > report.unreceipted.size()) {
        out.line(fmt::format("  and {} more", report.without_receipt - report.unreceipted.size()));
    }
}

void print_replay(Output& out, const casework::ReplayReport& report) {
    for (const auto& finding : report.findings) {
        out.line(fmt::format("{}: {}", finding.screening, finding.problem));
    }
    if (report.differing > report.findings.size()) {
        out.line(fmt::format("and {} more", report.differing - report.findings.size()));
    }
    const auto screenings = text::counted(report.screenings, "screening");
    const bool one = report.differing == 0 ? report.screenings == 1 : report.differing == 1;
    const std::string comes = one ? "comes out" : "come out";
    out.line(report.differing == 0
                 ? fmt::format("{} {} as recorded", screenings, comes)
                 : fmt::format("{} of {} {} otherwise", report.differing, screenings, comes));
    print_unreceipted(out, report);
}

/// `replay` is null where none was asked for.
void print_report(const casework::AuditReport& report, const casework::ReplayReport* replay,
                  Context& context) {
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        text::JsonWriter json;
        json.begin_object().key("schema").value(1);
        json.key("events").value(report.events).key("rows").value(report.rows);
        json.key("findings").begin_array();
        for (const auto& finding : report.findings) {
            json.begin_object().key("sequence").value(finding.sequence);
            json.key("problem").value(finding.problem).end_object();
        }
        json.end_array();
        if (replay) write_replay(json, *replay);
        json.end_object();
        context.out().json_line(json.text());
        return;
    }
    for (const auto& finding : report.findings) {
        context.out().line(finding.sequence > 0
                               ? fmt::format("entry {}: {}", finding.sequence, finding.problem)
                               : finding.problem);
    }
    const auto events = text::counted(static_cast<std::size_t>(report.events), "entry", "entries");
    const auto rows = text::counted(static_cast<std::size_t>(report.rows), "row");
    context.out().line(report.findings.empty()
                           ? fmt::format("{} and {} are as they were written", events, rows)
                           : fmt::format("{} in {} and {}",
                                         text::counted(report.findings.size(), "finding"), events,
                                         rows));
    if (replay) print_replay(context.out(), *replay);
}

casework::ReplayReport replay_all(casework::Store& store, Context& context) {
    Progress progress(context, "screenings replayed");
    return casework::replay(store, context.criteria_library(),
                            [&](std::size_t done) { progress.at(done); });
}

int run_verify(const AuditVerifyOptions& options, Context& context) {
    const auto anchors =
        options.anchor.empty() ? std::vector<Anchor>{} : read_anchors(options.anchor);
    auto& store = context.store_for_reading();
    auto report = store.verify();
    for (const auto& anchor : anchors) compare(store, anchor, report);
    casework::ReplayReport replayed;
    if (options.replay) replayed = replay_all(store, context);
    print_report(report, options.replay ? &replayed : nullptr, context);
    return report.findings.empty() && replayed.differing == 0 ? 0 : 1;
}

}  // namespace

void declare_audit_verify(CLI::App& audit, Actions& actions) {
    auto& verify = add_subcommand(audit, "verify", "recompute every digest and link of the record");
    const auto verify_options = std::make_shared<AuditVerifyOptions>();
    add_option(verify, "--anchor", verify_options->anchor,
               "lines that `scr audit head` printed, as kept outside the store")
        .type_name("FILE");
    add_flag(verify, "--replay", verify_options->replay,
             "work out every recorded screening anew, and say which come out otherwise");
    add_examples(verify,
                 "  scr audit verify\n  scr audit verify --anchor minutes.txt\n"
                 "  scr audit verify --replay");
    actions.add(verify, [verify_options](Context& context) {
        return run_verify(*verify_options, context);
    });
}

}  // namespace scr::cli
