#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/actions.hpp"
#include "cli/batch_options.hpp"
#include "scr/casework/criteria_library.hpp"
#include "scr/casework/incoming.hpp"

namespace CLI {
class App;
}

namespace scr::cli {

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
    bool in_order = false;
    std::string blank;  ///< csv, ndjson
};

/// An option that takes a text as it stands, with what the help says of it.
struct NotifyText {
    const char* name;
    const char* type;
    const char* text;
    std::string NotifyOptions::*typed;
};
/// A date option, and where the date goes.
struct NotifyDate {
    const char* name;
    const char* text;
    std::string NotifyOptions::*typed;
    std::optional<record::CivilDate> record::CaseDates::*date;
};
std::span<const NotifyText> notify_texts();
std::span<const NotifyDate> notify_dates();

/// What the options say of a record, but for its facts.
casework::IncomingRecord record_without_facts(const NotifyOptions&, const Context&);

/// The file that was named, else the one that the notification was taken in under, which all its
/// children share, else the one in force on the incident's date.
casework::CriteriaPointer criteria_for_record(const NotifyOptions&, Context&);

/// What becomes of a record that is complete: examined, stored, printed; returns the exit status.
int store_record(const NotifyOptions&, const casework::CriteriaPointer&, casework::IncomingRecord,
                 Context&);

/// `scr notify` at a terminal: asks, and stores what was answered.
int run_notify_interview(NotifyOptions, Context&);

/// `scr notify --blank`: an empty form of the regime.
int run_notify_blank(const NotifyOptions&, Context&);

/// Declares `scr notify amend` and `scr notify identities` on `notify`.
void declare_notify_amend(CLI::App& notify, Actions& actions);
void declare_notify_identities(CLI::App& notify, Actions& actions);

/// `scr notify --from`: many records from files or standard input.
int run_notify_from(TypedBatch& options, Context& context);

}  // namespace scr::cli
