// Stored cases under every regime that they may fall under, side by side.

#include <algorithm>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/screen.hpp"
#include "cli/context.hpp"
#include "cli/diagnostics.hpp"
#include "cli/listing.hpp"
#include "cli/undated_regimes.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/regimes.hpp"

namespace scr::cli {
namespace {

void add_rows(Listing& listing, const casework::CaseScreening& screened) {
    const auto& record = screened.record;
    for (const auto& [determination, outcome, possible] : record.results) {
        listing.add({screened.child.reference, record.criteria_id, determination, outcome, possible,
                     record.missing});
    }
}

}  // namespace

int run_screen_all_regimes(const ScreenOptions& options, Context& context) {
    auto& store = context.store_or_empty();
    Listing listing("regimes", {{"case", "case"},
                                {"criteria_file", "under"},
                                {"determination", "question"},
                                {"outcome", "outcome"},
                                {"possible", "still possible"},
                                {"missing", "missing"}});
    casework::Screeners screeners;
    UndatedRegimes undated;
    int status = 0;
    const auto screen = [&](const record::Case& child) {
        for (const auto& [criteria, result] : casework::under_all_regimes(
                 store, context.criteria_library(), screeners, child, options.blanks())) {
            undated.add(child.reference, child.facts.dates, criteria->criteria);
            if (const auto* screened = std::get_if<casework::CaseScreening>(&result)) {
                add_rows(listing, *screened);
                continue;
            }
            const auto failure = not_screened(child.reference + " under " + criteria->criteria.id,
                                              std::get<casework::RejectedRecord>(result));
            print_block(context.err(), render(failure));
            status = std::max(status, exit_status(failure));
        }
    };
    if (options.pending) {
        for (const auto& reference : store.pending()) screen(store.case_of(reference).value());
    } else {
        for (const auto& child : casework::cases_named(store, options.cases)) screen(child);
    }
    listing.print(context, "no criteria file is in force on the dates of the case");
    undated.warn(context, true);
    context.notice("nothing was stored");
    return status;
}

}  // namespace scr::cli
