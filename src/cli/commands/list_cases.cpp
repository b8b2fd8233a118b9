#include <algorithm>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/list.hpp"
#include "cli/context.hpp"
#include "cli/listing.hpp"
#include "scr/casework/case_clocks.hpp"
#include "scr/casework/standing.hpp"
#include "scr/casework/state_words.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// A case as it is listed, before it is known which determinations there are.
struct CaseRow {
    record::Case child;
    std::vector<record::DeterminationResult> results;
    std::string state;
};

std::vector<CaseRow> rows_of(casework::Store& store) {
    std::vector<CaseRow> rows;
    store.each_case([&](const record::Case& child) {
        const auto screenings = store.screenings_of(child.reference);
        rows.push_back({child, {}, record::case_state(casework::case_standing(store, child))});
        rows.back().child.facts = {};
        if (!screenings.empty()) rows.back().results = screenings.back().results;
    });
    return rows;
}

/// Every determination that a case was screened for, in the order in which they first come; before
/// the first screening those of the criteria file in use, so that the header is there already.
std::vector<std::string> determinations_of(const std::vector<CaseRow>& rows, Context& context) {
    std::vector<std::string> ids;
    for (const auto& row : rows) {
        for (const auto& result : row.results) {
            if (std::ranges::find(ids, result.determination) == ids.end()) {
                ids.push_back(result.determination);
            }
        }
    }
    if (!ids.empty()) return ids;
    for (const auto& one : context.criteria_or_default()->criteria.determinations) {
        ids.push_back(one.id);
    }
    return ids;
}

Cell outcome_of(const CaseRow& row, const std::string& determination) {
    for (const auto& result : row.results) {
        if (result.determination == determination) return result.outcome;
    }
    return {};
}

}  // namespace

void list_cases(Context& context) {
    const auto rows = rows_of(context.store_or_empty());
    const auto determinations = determinations_of(rows, context);
    std::vector<Column> columns = {
        {"case", "case"}, {"ref", "ref"}, {"agency", "agency"}, {"child", "child"}};
    for (const auto& id : determinations) columns.push_back({id, id});
    columns.push_back({"state", "state"});
    Listing listing("cases", columns);
    for (const auto& row : rows) {
        std::vector<Cell> cells = {row.child.reference, row.child.sender_reference,
                                   row.child.agency, row.child.child};
        for (const auto& id : determinations) cells.push_back(outcome_of(row, id));
        cells.emplace_back(row.state);
        listing.add(std::move(cells));
    }
    listing.print(context, "there are no cases");
}

void list_screenings(Context& context) {
    auto& store = context.store_or_empty();
    Listing listing("screenings", {{"screening", "screening"},
                                   {"case", ""},
                                   {"criteria_file", "criteria file"},
                                   {"outcomes", "outcomes"},
                                   {"missing", "missing"},
                                   {"facts_version", "facts"},
                                   {"current", "current"},
                                   {"screened_at", "at"},
                                   {"screened_by", "by"},
                                   {"criteria_digest", ""}});
    store.each_case([&](const record::Case& child) {
        for (const auto& screening : store.screenings_of(child.reference)) {
            std::vector<std::string> outcomes;
            for (const auto& result : screening.results) {
                outcomes.push_back(result.determination + "=" + result.outcome);
            }
            listing.add({screening.reference, child.reference, screening.criteria_id, outcomes,
                         screening.missing, static_cast<std::int64_t>(screening.facts_version),
                         screening.facts_version == child.facts.number, screening.screened_at,
                         screening.screened_by, screening.criteria_digest});
        }
    });
    listing.print(context, "there are no screenings");
}

namespace {

/// A clock that has not started has no days left, not none.
Cell days_cell(const record::DeadlineStatus& status, int days) {
    if (!status.due) return {};
    return static_cast<std::int64_t>(days);
}

}  // namespace

void list_deadlines(Context& context) {
    auto& store = context.store_or_empty();
    context.print_as_of();
    casework::CaseClocks clocks(store, context.criteria_library(), context.calendar(),
                                context.today());
    Listing listing("deadlines", {{"case", "case"},
                                  {"deadline", "deadline"},
                                  {"owner", "owner"},
                                  {"due", "due"},
                                  {"state", "state"},
                                  {"text", "how it stands"},
                                  {"within", ""},
                                  {"from", ""},
                                  {"started", ""},
                                  {"stopped", ""},
                                  {"days_left", ""},
                                  {"days_late", ""},
                                  {"provisional", ""},
                                  {"may_run", ""},
                                  {"force", ""},
                                  {"citation", ""}});
    store.each_case([&](const record::Case& child) {
        for (const auto& clock : clocks.of(child)) {
            const auto& status = clock.status;
            listing.add({child.reference, clock.id, clock.owner, date_cell(status.due),
                         casework::state_word(status.state), casework::in_words(clock),
                         clock.within, clock.from, date_cell(status.started),
                         date_cell(status.stopped), days_cell(status, status.days_left),
                         days_cell(status, status.days_late), status.provisional, clock.may_run,
                         clock.force, clock.citation});
        }
    });
    listing.print(context, "no deadline runs");
}

}  // namespace scr::cli
