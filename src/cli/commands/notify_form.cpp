#include <algorithm>
#include <array>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/notify.hpp"
#include "cli/context.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {
namespace {

/// Every column that a record may have: those of any criteria file, then the facts.
std::vector<std::string> columns_of(const criteria::Criteria& criteria) {
    auto columns = criteria::reserved_columns();
    for (const auto& fact : criteria.facts) columns.push_back(fact.id);
    return columns;
}

std::string empty_record(const std::vector<std::string>& columns) {
    text::JsonWriter json;
    json.begin_object();
    for (const auto& column : columns) json.key(column).null();
    return json.end_object().take();
}

}  // namespace

std::span<const NotifyText> notify_texts() {
    using Options = NotifyOptions;
    static constexpr std::array texts{
        NotifyText{"--ref", "T", "the sender's own reference", &Options::ref},
        NotifyText{"--agency", "T", "who sends it", &Options::agency},
        NotifyText{"--child", "T", "the sender's label for the child, not a name: a, 2",
                   &Options::child},
        NotifyText{"--incident", "T", "the sender's label for the incident", &Options::incident},
        NotifyText{"--summary-file", "FILE|-", "what happened, in words", &Options::summary_file},
        NotifyText{"--to", "N-…", "the notification that the child is added to", &Options::to},
    };
    return texts;
}

std::span<const NotifyDate> notify_dates() {
    using Options = NotifyOptions;
    using record::CaseDates;
    static constexpr std::array dates{
        NotifyDate{"--received-on", "when the notification arrived; today unless given",
                   &Options::received_on, &CaseDates::received_on},
        NotifyDate{"--incident-on", "when the incident was", &Options::incident_on,
                   &CaseDates::incident_on},
        NotifyDate{"--died-on", "when the child died", &Options::died_on, &CaseDates::died_on},
        NotifyDate{"--harmed-on", "when the child was harmed", &Options::harmed_on,
                   &CaseDates::harmed_on},
        NotifyDate{"--became-aware-on", "when the authority became aware",
                   &Options::became_aware_on, &CaseDates::became_aware_on},
    };
    return dates;
}

casework::IncomingRecord record_without_facts(const NotifyOptions& options,
                                              const Context& context) {
    casework::IncomingRecord record;
    record.ref = options.ref;
    record.agency = options.agency;
    record.child = options.child;
    record.incident = options.incident;
    if (!options.summary_file.empty()) record.summary = read_free_text(options.summary_file);
    for (const auto& option : notify_dates()) {
        if (const auto& typed = options.*option.typed; !typed.empty()) {
            record.dates.*option.date = context.date_option(option.name, typed);
        }
    }
    return record;
}

int run_notify_blank(const NotifyOptions& options, Context& context) {
    const auto columns = columns_of(criteria_for_record(options, context)->criteria);
    if (options.blank == "csv") {
        context.out().csv_row(columns);
    } else {
        context.out().json_line(empty_record(columns));
    }
    return 0;
}

}  // namespace scr::cli
