#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/show.hpp"
#include "cli/context.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/incident.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/standing.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using Screenings = std::vector<record::ScreeningRecord>;

/// The newest screening of every child; fewer where one has none.
Screenings newest_screenings(casework::Store& store, const std::vector<record::Case>& children) {
    Screenings newest;
    for (const auto& child : children) {
        auto screenings = store.screenings_of(child.reference);
        if (!screenings.empty()) newest.push_back(std::move(screenings.back()));
    }
    return newest;
}

criteria::Finding finding_of(const criteria::Determination& determination,
                             const record::ScreeningRecord& screening) {
    criteria::Finding finding;
    for (const auto& result : screening.results) {
        if (result.determination != determination.id) continue;
        for (const auto& id : result.possible) {
            finding.possible.insert(determination.outcome_of(id).value());
        }
    }
    return finding;
}

/// The incident's outcome is the strongest of its children's; none while they were not all screened
/// under one text.
Section incident_of(Context& context, const std::vector<record::Case>& children) {
    Section section{
        "incident",
        "The incident, by the strongest of its children",
        Section::Form::table,
        {{"determination", "question"}, {"outcome", "outcome"}, {"possible", "possible"}},
        {},
        ""};
    auto& store = context.store_or_empty();
    const auto newest = newest_screenings(store, children);
    if (newest.empty() || newest.size() != children.size()) return section;
    for (const auto& screening : newest) {
        if (screening.criteria_digest != newest.front().criteria_digest) return section;
    }
    const auto criteria =
        casework::kept_criteria(store, context.criteria_library(), newest.front().criteria_digest);
    for (const auto& determination : criteria->criteria.determinations) {
        std::vector<criteria::Finding> findings;
        for (const auto& screening : newest) {
            findings.push_back(finding_of(determination, screening));
        }
        const auto strongest = casework::strongest(findings);
        std::vector<std::string> possible;
        for (const auto outcome : strongest.possible) {
            possible.push_back(determination.outcomes[outcome].id);
        }
        section.rows.push_back({determination.id,
                                strongest.determined() ? possible.front() : "undetermined",
                                possible});
    }
    return section;
}

Section children_of(casework::Store& store, const std::vector<record::Case>& children) {
    Section section{"cases",
                    text::counted(children.size(), "Child", "Children"),
                    Section::Form::table,
                    {{"case", "case"},
                     {"ref", "their ref"},
                     {"child", "their label"},
                     {"outcomes", "outcomes"},
                     {"state", "state"}},
                    {},
                    ""};
    for (const auto& child : children) {
        std::vector<std::string> outcomes;
        const auto screenings = store.screenings_of(child.reference);
        if (!screenings.empty()) {
            for (const auto& result : screenings.back().results) {
                outcomes.push_back(result.determination + "=" + result.outcome);
            }
        }
        section.rows.push_back({child.reference, child.sender_reference, child.child, outcomes,
                                record::case_state(casework::case_standing(store, child))});
    }
    return section;
}

}  // namespace

void show_notification(Context& context, const std::string& reference) {
    auto& store = context.store_or_empty();
    const auto notification = store.notification(reference);
    if (!notification) casework::refuse_name(reference, "notification", "notifications");
    const auto children = store.cases_of(reference);
    const auto criteria = store.criteria(notification->criteria_digest);
    Sheet sheet("notification", reference);
    sheet.field("reference", "", reference)
        .field("received_on", "received", date_cell(notification->received_on))
        .field("agency", "agency", notification->agency)
        .field("incident", "incident", notification->incident)
        .field("area", "area", notification->area)
        .field("criteria_file", "taken in under", criteria ? criteria->id : "")
        .field("summary", "summary", notification->summary)
        .section(children_of(store, children));
    if (children.size() > 1) sheet.section(incident_of(context, children));
    sheet.print(context);
}

}  // namespace scr::cli
