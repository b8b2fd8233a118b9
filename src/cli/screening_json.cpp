#include <fmt/format.h>

#include "cli/screening_basis.hpp"
#include "cli/screening_rows.hpp"
#include "cli/screening_text.hpp"
#include "scr/casework/state_words.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {
namespace {

using text::JsonWriter;

void write_date(JsonWriter& json, std::string_view key, std::optional<record::CivilDate> date) {
    if (date) {
        json.key(key).value(record::to_text(*date));
    } else {
        json.key(key).null();
    }
}

/// What `audit verify --replay` works out again; null for what is not recorded.
void write_receipt(JsonWriter& json, const casework::CaseScreening& screening) {
    const auto& record = screening.record;
    json.key("receipt");
    if (record.reference.empty()) {
        json.null();
        return;
    }
    json.begin_object().key("criteria_digest").value(record.criteria_digest);
    json.key("facts_digest").value(record.facts_digest);
    json.key("program_version").value(record.program_version).key("results").begin_array();
    for (const auto& result : record.results) {
        json.begin_object().key("determination").value(result.determination);
        json.key("outcome").value(result.outcome).end_object();
    }
    json.end_array().key("decisive");
    if (!record.decisive) {
        json.null().end_object();
        return;
    }
    json.begin_array();
    for (const auto& decisive : *record.decisive) {
        json.begin_object().key("determination").value(decisive.determination).key("answers");
        text::write_strings(json, decisive.answers);
        json.key("from_silence");
        text::write_strings(json, casework::facts_from_silence(decisive, screening));
        json.end_object();
    }
    json.end_array().end_object();
}

/// Null for a screening of the case as it stands.
void write_looking_back(JsonWriter& json, const ShownScreening& shown) {
    json.key("looked_back");
    if (shown.looking_back == nullptr) {
        json.null();
        return;
    }
    json.begin_object();
    write_date(json, "in_force_on", shown.looking_back->in_force_on);
    write_date(json, "known_at", shown.looking_back->known_at);
    json.key("facts_recorded_at").value(shown.screening.child.facts.recorded_at);
    json.key("newest_facts_version").value(shown.newest_facts).end_object();
}

void write_clocks(JsonWriter& json, const std::vector<casework::Clock>& clocks) {
    json.key("deadlines").begin_array();
    for (const auto& clock : clocks) {
        json.begin_object().key("id").value(clock.id).key("owner").value(clock.owner);
        json.key("within").value(clock.within).key("from").value(clock.from);
        json.key("until").value(clock.until).key("force").value(clock.force);
        json.key("citation").value(clock.citation).key("may_run").value(clock.may_run);
        json.key("state").value(casework::state_word(clock.status.state));
        write_date(json, "started", clock.status.started);
        write_date(json, "due", clock.status.due);
        write_date(json, "stopped", clock.status.stopped);
        json.key("days_late").value(clock.status.days_late);
        json.key("days_left").value(clock.status.days_left);
        json.key("provisional").value(clock.status.provisional).end_object();
    }
    json.end_array();
}

}  // namespace

std::string screening_json(const ShownScreening& shown) {
    const auto& [child, loaded, facts, screening, record, already] = shown.screening;
    const auto& criteria = loaded->criteria;
    // The members of a file's NDJSON come first, under the same names.
    std::string members = fmt::format(R"({{"ref":{},"case":"{}")",
                                      text::json_string(child.sender_reference), child.reference);
    append_json_members(members, criteria, &screening);
    JsonWriter json;
    json.begin_object();
    json.key("screening");
    record.reference.empty() ? json.null() : json.value(record.reference);
    json.key("already_there").value(already);
    json.key("trial").value(shown.trial);
    write_looking_back(json, shown);
    json.key("criteria_file").value(criteria.id).key("criteria_digest").value(loaded->digest);
    json.key("facts_version").value(record.facts_version);
    json.key("blank_as_unknown").value(record.blank_as_unknown);
    write_receipt(json, shown.screening);
    write_basis(json, shown.screening);
    write_clocks(json, shown.clocks);
    if (shown.explanation != nullptr) {
        write_explanation_member(json, shown.screening, *shown.explanation);
    }
    json.key("recommended_by").value(criteria.recommended_by);
    json.key("decided_by").value(criteria.decided_by).key("is_decision").value(false);
    json.end_object();
    return members + ',' + json.take().substr(1);
}

}  // namespace scr::cli
