#include "cli/commands/audit.hpp"

#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/listing.hpp"
#include "cli/options.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {
namespace {

struct AuditLogOptions {
    std::int64_t limit = 0;  ///< the newest entries only; 0 for all
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

    declare_audit_verify(audit, actions);

    auto& head = add_subcommand(audit, "head", "number, digest and date of the newest entry");
    add_examples(head, "  scr audit head");
    actions.add(head, run_head);
}

}  // namespace scr::cli
