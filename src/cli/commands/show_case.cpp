#include <fmt/format.h>

#include <map>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/show.hpp"
#include "cli/commands/show_checklists.hpp"
#include "cli/context.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/case_clocks.hpp"
#include "scr/casework/decided_otherwise.hpp"
#include "scr/casework/facts_json.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/standing.hpp"
#include "scr/casework/state_words.hpp"
#include "scr/casework/timeline.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// `2 child name, 1 parent address`: that they are there, never what they are.
std::vector<std::string> identities_in_words(casework::Store& store, const record::Case& child) {
    std::map<std::string, std::size_t> counts;
    for (const auto& identity : store.identities_of(child.reference)) {
        ++counts[identity.role + ' ' + identity.kind];
    }
    std::vector<std::string> words;
    for (const auto& [what, count] : counts) words.push_back(fmt::format("{} {}", count, what));
    return words;
}

std::string attribution_in_words(const casework::Attribution& attribution) {
    std::vector<std::string> parts;
    const auto add = [&](const char* word, const std::string& value) {
        if (!value.empty()) parts.push_back(fmt::format("{}{}", word, value));
    };
    add(attribution.source.starts_with("computed ") ? "" : "from ", attribution.source);
    add("judged by ", attribution.judged_by);
    add("on ", attribution.on);
    add("ground: ", attribution.ground);
    return text::join(parts, ", ");
}

/// The newest facts that were given; what is blank is not listed.
Section facts_of(const record::Case& child, const criteria::Criteria& file) {
    Section section{"facts",
                    fmt::format("Facts, version {}", child.facts.number),
                    Section::Form::table,
                    {{"fact", "fact"}, {"answer", "answer"}, {"attribution", "source"}},
                    {},
                    "no fact was given"};
    const auto facts = casework::facts_from_json(file, child.facts.facts_json);
    for (std::size_t i = 0; i < file.facts.size(); ++i) {
        const auto& answer = facts.answers[i];
        if (answer.state == criteria::Answer::State::blank) continue;
        const auto found = facts.attributions.find(i);
        section.rows.push_back(
            {file.facts[i].id, answer_in_words(file.facts[i], answer),
             found == facts.attributions.end() ? "" : attribution_in_words(found->second)});
    }
    for (const auto& [name, json] : facts.others) section.rows.push_back({name, json, ""});
    return section;
}

std::string label_of(const criteria::Criteria& file, const record::DeterminationResult& result) {
    const auto at = file.determination_of(result.determination);
    if (!at) return "";
    const auto outcome = file.determinations[*at].outcome_of(result.outcome);
    return outcome ? file.determinations[*at].outcomes[*outcome].label : "";
}

Section outcomes_of(const std::vector<record::ScreeningRecord>& screenings,
                    const criteria::Criteria& file) {
    Section section{"outcomes",
                    "Latest screening",
                    Section::Form::table,
                    {{"determination", "question"},
                     {"outcome", "outcome"},
                     {"label", "meaning"},
                     {"possible", ""}},
                    {},
                    "never screened"};
    if (screenings.empty()) return section;
    section.heading += ", " + screenings.back().reference;
    for (const auto& result : screenings.back().results) {
        section.rows.push_back({result.determination, result.outcome,
                                result.possible.size() == 1
                                    ? label_of(file, result)
                                    : "possible: " + text::join(result.possible, ", "),
                                result.possible});
    }
    return section;
}

Section clocks_of(Context& context, const record::Case& child) {
    Section section{"deadlines",
                    "Clocks",
                    Section::Form::table,
                    {{"deadline", "clock"},
                     {"text", "how it stands"},
                     {"owner", "owner"},
                     {"state", ""},
                     {"due", ""},
                     {"within", ""},
                     {"from", ""},
                     {"force", ""},
                     {"citation", ""}},
                    {},
                    ""};
    casework::CaseClocks clocks(context.store_or_empty(), context.criteria_library(),
                                context.calendar(), context.today());
    for (const auto& clock : clocks.of(child)) {
        section.rows.push_back({clock.id, casework::in_words(clock), clock.owner,
                                casework::state_word(clock.status.state),
                                date_cell(clock.status.due), clock.within, clock.from, clock.force,
                                clock.citation});
    }
    return section;
}

Section decided_otherwise_of(Context& context, casework::Store& store, const record::Case& child) {
    Section section{"decided_otherwise",
                    "Decided, and newer facts say otherwise",
                    Section::Form::entries,
                    {{"screening", "decided on"},
                     {"facts_version", ""},
                     {"text", "what"},
                     {"command", "next"},
                     {"changes", ""}},
                    {},
                    ""};
    casework::Screeners screeners;
    const auto found =
        casework::decided_otherwise(store, context.criteria_library(), screeners, child);
    if (!found) return section;
    section.rows.push_back({found->screening, std::int64_t{found->facts_version},
                            fmt::format("version {} of the facts gives {}", found->facts_version,
                                        text::join(found->changes, "; ")),
                            found->command, found->changes});
    return section;
}

Section timeline_section(casework::Store& store, const record::Case& child) {
    Section section{"timeline",
                    "Timeline",
                    Section::Form::entries,
                    {{"on", "on"},
                     {"text", "what"},
                     {"note", "note"},
                     {"step", ""},
                     {"reference", ""},
                     {"by", ""}},
                    {},
                    ""};
    for (const auto& entry : casework::timeline_of(store, child)) {
        std::string text = entry.text;
        if (!entry.reference.empty()) text += " [" + entry.reference + "]";
        if (!entry.by.empty()) text += ", by " + entry.by;
        section.rows.push_back(
            {record::to_text(entry.on), text, entry.note, entry.step, entry.reference, entry.by});
    }
    return section;
}

}  // namespace

void show_case(Context& context, const std::string& reference) {
    auto& store = context.store_or_empty();
    const auto child = casework::case_named(store, reference);
    const auto notification = store.notification(child.notification).value();
    const auto screenings = store.screenings_of(reference);
    const auto criteria = casework::kept_criteria(
        store, context.criteria_library(),
        screenings.empty() ? notification.criteria_digest : screenings.back().criteria_digest);
    const auto state = record::case_state(casework::case_standing(store, child));
    const auto& dates = child.facts.dates;

    context.print_as_of();
    Sheet("case", fmt::format("{}, {}", reference, state))
        .field("reference", "", reference)
        .field("state", "", state)
        .field("notification", "notification", child.notification)
        .field("agency", "agency", child.agency)
        .field("ref", "their ref", child.sender_reference)
        .field("child", "their label", child.child)
        .field("received_on", "received",
               date_cell(dates.received_on.value_or(notification.received_on)))
        .field("incident_on", "incident", date_cell(dates.incident_on))
        .field("died_on", "died", date_cell(dates.died_on))
        .field("harmed_on", "harmed", date_cell(dates.harmed_on))
        .field("became_aware_on", "became aware", date_cell(dates.became_aware_on))
        .field("criteria_file", "criteria", criteria->criteria.id)
        .field("identities", "identities", identities_in_words(store, child))
        .section(outcomes_of(screenings, criteria->criteria))
        .section(decided_otherwise_of(context, store, child))
        .section(clocks_of(context, child))
        .section(timeline_section(store, child))
        .sections(checklist_sections(criteria->criteria, store.weighings_of(reference)))
        .section(facts_of(child, criteria->criteria))
        .print(context);
}

}  // namespace scr::cli
