#include "cli/commands/notify.hpp"

#include <fmt/format.h>

#include "cli/assignments.hpp"
#include "cli/commands/casework_io.hpp"
#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/options.hpp"
#include "cli/rejects.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/criteria_choice.hpp"
#include "scr/casework/examine.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/notify.hpp"

namespace scr::cli {
namespace {

bool describes_a_record(const NotifyOptions& options) {
    bool any = !options.facts.empty();
    for (const auto& option : notify_texts()) any = any || !(options.*option.typed).empty();
    for (const auto& option : notify_dates()) any = any || !(options.*option.typed).empty();
    return any;
}

casework::IncomingRecord record_from(const NotifyOptions& options,
                                     const criteria::Criteria& criteria, const Context& context) {
    auto record = record_without_facts(options, context);
    record.answers.resize(criteria.facts.size());
    const auto assigned = read_assignments(options.facts, criteria, Assignable::facts, context);
    for (const auto& [fact, answer] : assigned.answers) record.answers[fact] = answer;
    return record;
}

casework::Store& store_of(const NotifyOptions& options, Context& context) {
    return existing_store(context, {.planned = options.from.batch.planned});
}

record::Notification notification_named(const NotifyOptions& options, Context& context) {
    auto found = store_of(options, context).notification(options.to);
    if (!found) casework::refuse_name(options.to, "notification", "notifications");
    return std::move(*found);
}

}  // namespace

casework::CriteriaPointer criteria_for_record(const NotifyOptions& options, Context& context) {
    if (!options.to.empty() && context.globals().criteria.empty()) {
        return casework::kept_criteria(store_of(options, context), context.criteria_library(),
                                       notification_named(options, context).criteria_digest);
    }
    if (auto named = context.criteria_named()) return named;
    if (!options.incident_on.empty()) {
        const auto date = context.date_option("--incident-on", options.incident_on);
        const auto id = casework::choose_for_incident(date, context.criteria_or_default()->criteria,
                                                      context.criteria_library().heads());
        if (!id.empty()) return context.criteria_library().rules_of(id);
    }
    return context.criteria_or_default();
}

namespace {

casework::NotifyRules rules_for(const NotifyOptions& options,
                                const casework::CriteriaPointer& criteria, Context& context) {
    casework::NotifyRules rules;
    rules.criteria = criteria;
    rules.received_on = context.today();
    rules.today = context.real_today();
    rules.planned = options.from.batch.planned;
    if (!options.to.empty()) {
        rules.add_to = notification_named(options, context);
    }
    return rules;
}

int refuse_record(Context& context, const casework::RejectedRecord& rejected) {
    print_rejected(context, "", rejected);
    return static_cast<int>(FailureKind::refused);
}

void print_taken(const casework::Taken& taken, const casework::LoadedCriteria& criteria,
                 Context& context) {
    const bool is_new = taken.kind == casework::Taken::Kind::recorded;
    Sheet(is_new ? "recorded" : "already_there",
          is_new ? fmt::format("{} is recorded", taken.case_reference)
                 : fmt::format("{} is already there: nothing was added", taken.case_reference))
        .field("case", "", taken.case_reference)
        .field("notification", taken.joined ? "child of" : "notification", taken.notification)
        .field("criteria_file", "taken in under", criteria.criteria.id)
        .print(context);
    if (is_new && !context.dry_run()) {
        context.notice(fmt::format("next: scr screen {}", taken.case_reference));
    }
}

}  // namespace

int store_record(const NotifyOptions& options, const casework::CriteriaPointer& criteria,
                 casework::IncomingRecord record, Context& context) {
    require_adopted(context, *criteria);
    const criteria::Screener screener(criteria->criteria);
    const auto examined = casework::examine(screener, record);
    if (const auto* rejected = std::get_if<casework::RejectedRecord>(&examined)) {
        return refuse_record(context, *rejected);
    }
    const auto rules = rules_for(options, criteria, context);
    casework::Batch batch(context.store_for_writing({.planned = rules.planned}),
                          context.act("notify"));
    const auto taken = casework::Registrar(batch, rules).take_in(record);
    if (taken.refusal) return refuse_record(context, *taken.refusal);
    batch.commit();
    context.print_as_of();
    print_taken(taken, *criteria, context);
    if (taken.notification_differs) {
        context.warn(fmt::format("{} has another summary, which stands", taken.notification));
    }
    notice_dry_run(context);
    return 0;
}

namespace {

int run_record(const NotifyOptions& options, Context& context) {
    context.format_among({Format::text, Format::json});
    const auto criteria = criteria_for_record(options, context);
    return store_record(options, criteria, record_from(options, criteria->criteria, context),
                        context);
}

int run_notify(NotifyOptions& options, Context& context) {
    const bool from_files = !options.from.batch.input.files.empty();
    const bool from_options = describes_a_record(options);
    if (from_files && from_options) {
        throw Failure(FailureKind::usage,
                      "`--from` and a record on the command line exclude each other", "",
                      "a file says everything of its records itself", "scr notify --help");
    }
    const auto& batch = options.from.batch;
    if (!from_files &&
        (!batch.rejects.empty() || batch.all_or_nothing || batch.input.ignore_extra ||
         options.from.max_rejects != 0 || !batch.input.map.empty())) {
        throw Failure(FailureKind::usage, "an option for files is given without a file", "", "",
                      "add --from FILE");
    }
    if (!options.blank.empty()) {
        if (from_files || !options.facts.empty()) {
            throw Failure(FailureKind::usage, "`--blank` writes a form and records nothing", "", "",
                          "leave out what is to be recorded");
        }
        return run_notify_blank(options, context);
    }
    if (options.in_order && (from_files || !options.facts.empty())) {
        throw Failure(FailureKind::usage, "`--in-order` is for the interview", "",
                      "where answers are given nothing is asked", "leave it out");
    }
    if (from_files) return run_notify_from(options.from, context);
    if (options.facts.empty() && context.can_ask()) return run_notify_interview(options, context);
    if (from_options) return run_record(options, context);
    throw Failure(
        FailureKind::usage, "there is nothing to record", "",
        "a notification comes from options, from a file or, at a terminal, from an interview",
        "scr notify --fact NAME=VALUE, or scr notify --from FILE");
}

void declare_record(CLI::App& notify, NotifyOptions& options) {
    add_option(notify, "--fact", options.facts, "answers to the facts of the criteria file")
        .type_name("NAME=VALUE");
    for (const auto& option : notify_texts()) {
        add_option(notify, option.name, options.*option.typed, option.text).type_name(option.type);
    }
    for (const auto& option : notify_dates()) {
        add_option(notify, option.name, options.*option.typed, option.text).type_name("DATE");
    }
    add_flag(notify, "--in-order", options.in_order,
             "the interview asks in the order of the criteria file");
    add_option(notify, "--blank", options.blank, "an empty form; records nothing")
        .one_of({"csv", "ndjson"});
}

}  // namespace

void declare_notify(CLI::App& notify, Actions& actions) {
    add_examples(notify,
                 "  scr notify\n"
                 "  scr notify --ref 18-044 --agency \"Northshire Police\" --fact died=yes age=4\n"
                 "  scr notify --from notifications.csv\n"
                 "  scr notify --from history.csv --map history.toml\n"
                 "  scr notify --blank csv > form.csv\n"
                 "  scr notify amend N-2026-0001/1 died=yes --reason \"the hospital called\"");
    const auto options = std::make_shared<NotifyOptions>();
    declare_record(notify, *options);
    declare_batch(notify, options->from, "records from CSV or NDJSON; - is standard input");
    actions.add(notify, [options](Context& context) { return run_notify(*options, context); });
    declare_notify_amend(notify, actions);
    declare_notify_identities(notify, actions);
}

}  // namespace scr::cli
