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

struct NotifyOptions {
    std::vector<std::string> facts;  ///< NAME=VALUE
    std::string ref;
    std::string agency;
    std::string child;
    std::string incident;
    std::string received_on;
    std::string incident_on;
    std::string died_on;
    std::string harmed_on;
    std::string became_aware_on;
    std::string summary_file;
    std::string to;
    TypedBatch from;
};

/// A record's date options with what they are called and where the date goes.
struct DateOption {
    const char* name;
    const char* text;
    std::string NotifyOptions::*typed;
    std::optional<record::CivilDate> record::CaseDates::*date;
};

constexpr DateOption date_options[] = {
    {"--received-on", "when the notification arrived; today unless given",
     &NotifyOptions::received_on, &record::CaseDates::received_on},
    {"--incident-on", "when the incident was", &NotifyOptions::incident_on,
     &record::CaseDates::incident_on},
    {"--died-on", "when the child died", &NotifyOptions::died_on, &record::CaseDates::died_on},
    {"--harmed-on", "when the child was harmed", &NotifyOptions::harmed_on,
     &record::CaseDates::harmed_on},
    {"--became-aware-on", "when the authority became aware", &NotifyOptions::became_aware_on,
     &record::CaseDates::became_aware_on}};

bool describes_a_record(const NotifyOptions& options) {
    bool any = !options.facts.empty() || !options.ref.empty() || !options.agency.empty() ||
               !options.child.empty() || !options.incident.empty() ||
               !options.summary_file.empty() || !options.to.empty();
    for (const auto& option : date_options) any = any || !(options.*option.typed).empty();
    return any;
}

casework::IncomingRecord record_from(const NotifyOptions& options,
                                     const criteria::Criteria& criteria, const Context& context) {
    casework::IncomingRecord record;
    record.ref = options.ref;
    record.agency = options.agency;
    record.child = options.child;
    record.incident = options.incident;
    if (!options.summary_file.empty()) record.summary = read_free_text(options.summary_file);
    for (const auto& option : date_options) {
        if (const auto& typed = options.*option.typed; !typed.empty()) {
            record.dates.*option.date = context.date_option(option.name, typed);
        }
    }
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

/// The file that was named, else the one that the notification was taken in under, which all its
/// children share, else the one in force on the incident's date.
casework::CriteriaPointer criteria_for(const NotifyOptions& options, Context& context) {
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

int run_record(const NotifyOptions& options, Context& context) {
    context.format_among({Format::text, Format::json});
    const auto criteria = criteria_for(options, context);
    require_adopted(context, *criteria);
    auto record = record_from(options, criteria->criteria, context);
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

int run_notify(NotifyOptions& options, Context& context) {
    const bool from_files = !options.from.batch.input.files.empty();
    const bool from_options = describes_a_record(options);
    if (from_files && from_options) {
        throw Failure(FailureKind::usage,
                      "`--from` and a record on the command line exclude each other", "",
                      "a file says everything of its records itself", "scr notify --help");
    }
    const auto& batch = options.from.batch;
    if (!from_files && (!batch.rejects.empty() || batch.all_or_nothing ||
                        batch.input.ignore_extra || options.from.max_rejects != 0)) {
        throw Failure(FailureKind::usage, "an option for files is given without a file", "", "",
                      "add --from FILE");
    }
    if (from_files) return run_notify_from(options.from, context);
    if (from_options) return run_record(options, context);
    throw Failure(FailureKind::usage, "there is nothing to record", "",
                  "a notification comes from options or from a file",
                  "scr notify --fact NAME=VALUE, or scr notify --from FILE");
}

void declare_record(CLI::App& notify, NotifyOptions& options) {
    add_option(notify, "--fact", options.facts, "answers to the facts of the criteria file")
        .type_name("NAME=VALUE");
    const auto text = [&](const char* name, std::string& value, const char* type,
                          const char* words) {
        add_option(notify, name, value, words).type_name(type);
    };
    text("--ref", options.ref, "T", "the sender's own reference");
    text("--agency", options.agency, "T", "who sends it");
    text("--child", options.child, "T", "the sender's label for the child, not a name: a, 2");
    text("--incident", options.incident, "T", "the sender's label for the incident");
    for (const auto& option : date_options) {
        text(option.name, options.*option.typed, "DATE", option.text);
    }
    text("--summary-file", options.summary_file, "FILE|-", "what happened, in words");
    text("--to", options.to, "N-…", "the notification that the child is added to");
}

}  // namespace

void declare_notify(CLI::App& notify, Actions& actions) {
    add_examples(notify,
                 "  scr notify --ref 18-044 --agency \"Northshire Police\" --fact died=yes age=4\n"
                 "  scr notify --from notifications.csv\n"
                 "  scr notify amend N-2026-0001/1 died=yes --reason \"the hospital called\"");
    const auto options = std::make_shared<NotifyOptions>();
    declare_record(notify, *options);
    declare_batch(notify, options->from, "records from CSV or NDJSON; - is standard input");
    actions.add(notify, [options](Context& context) { return run_notify(*options, context); });
    declare_notify_amend(notify, actions);
    declare_notify_identities(notify, actions);
}

}  // namespace scr::cli
