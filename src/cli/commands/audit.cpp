#include <fmt/format.h>

#include <sstream>

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/files.hpp"
#include "cli/listing.hpp"
#include "cli/options.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct AuditLogOptions {
    std::int64_t limit = 0;  ///< the newest entries only; 0 for all
};

struct AuditVerifyOptions {
    std::string anchor;  ///< a file of lines `SEQ HASH DATE`, as `audit head` prints them
};

int run_log(const AuditLogOptions& options, Context& context) {
    auto& store = context.store_for_reading();
    const auto head = store.head();
    const std::int64_t newest = head ? head->sequence : 0;
    const std::int64_t after =
        options.limit > 0 ? std::max<std::int64_t>(0, newest - options.limit) : 0;

    Listing listing("events", {{"sequence", "no."},
                               {"at", "at"},
                               {"verb", "step"},
                               {"subject", "subject"},
                               {"by", "by"},
                               {"account", "account"},
                               {"as_of", "as of"},
                               {"hash", ""}});
    store.each_event(after, [&](const record::Event& event) {
        Cell as_of;
        if (event.act.as_of) as_of = record::to_text(*event.act.as_of);
        listing.add({event.sequence, event.at, event.act.verb, event.act.subject, event.act.by,
                     event.act.account, as_of, event.hash});
    });
    listing.print(context, "the log is empty");
    return 0;
}

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

void print_report(const casework::AuditReport& report, Context& context) {
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        text::JsonWriter json;
        json.begin_object().key("schema").value(1);
        json.key("events").value(report.events).key("rows").value(report.rows);
        json.key("findings").begin_array();
        for (const auto& finding : report.findings) {
            json.begin_object().key("sequence").value(finding.sequence);
            json.key("problem").value(finding.problem).end_object();
        }
        json.end_array().end_object();
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
}

int run_verify(const AuditVerifyOptions& options, Context& context) {
    const auto anchors =
        options.anchor.empty() ? std::vector<Anchor>{} : read_anchors(options.anchor);
    auto& store = context.store_for_reading();
    auto report = store.verify();
    for (const auto& anchor : anchors) compare(store, anchor, report);
    print_report(report, context);
    return report.findings.empty() ? 0 : 1;
}

int run_head(Context& context) {
    const auto head = context.store_for_reading().head();
    if (!head) {
        throw Failure(FailureKind::not_allowed, "the log is empty", "",
                      "an entry is written with each change of the record");
    }
    const std::string date = head->at.substr(0, 10);
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        text::JsonWriter json;
        json.begin_object().key("schema").value(1).key("sequence").value(head->sequence);
        json.key("hash").value(head->hash).key("date").value(date).end_object();
        context.out().json_line(json.text());
    } else {
        context.out().line(fmt::format("{} {} {}", head->sequence, head->hash, date));
    }
    return 0;
}

}  // namespace

void declare_audit(CLI::App& audit, Actions& actions) {
    add_examples(audit, "  scr audit log --limit 20\n  scr audit verify --anchor minutes.txt");

    auto& log = add_subcommand(audit, "log", "the entries of the log, oldest first");
    const auto log_options = std::make_shared<AuditLogOptions>();
    add_option(log, "--limit", log_options->limit, "the newest N only").whole_number(1);
    add_examples(log, "  scr audit log --limit 20\n  scr audit log --format ndjson");
    actions.add(log, [log_options](Context& context) { return run_log(*log_options, context); });

    auto& verify = add_subcommand(audit, "verify", "recompute every digest and link of the record");
    const auto verify_options = std::make_shared<AuditVerifyOptions>();
    add_option(verify, "--anchor", verify_options->anchor,
               "lines that `scr audit head` printed, as kept outside the store")
        .type_name("FILE");
    add_examples(verify, "  scr audit verify\n  scr audit verify --anchor minutes.txt");
    actions.add(verify, [verify_options](Context& context) {
        return run_verify(*verify_options, context);
    });

    auto& head = add_subcommand(audit, "head", "number, digest and date of the newest entry");
    add_examples(head, "  scr audit head");
    actions.add(head, run_head);
}

}  // namespace scr::cli
