#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/review.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/review.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct CloseOptions {
    std::string review;
    std::string on;
    bool planned = false;
};

/// The checklist is about whether to open the review, so its close does not wait for it; but from
/// now on nobody can weigh it. A dry run comes before that, and can name the command.
void warn_of_never_weighed(const casework::CloseResult& result, Context& context) {
    for (const auto& lacking : result.unweighed) {
        context.out().flush();
        context.warn(
            fmt::format("{} is closed, and {} of {} never {} weighed", result.review.reference,
                        text::join_in_words(lacking.factors), lacking.case_reference,
                        lacking.factors.size() == 1 ? "was" : "were"),
            "with the close the factors are final",
            context.dry_run() ? casework::weigh_command(lacking) : "");
    }
}

int run_close(const CloseOptions& options, Context& context) {
    const auto on = options.on.empty() ? context.today() : context.date_option("--on", options.on);
    context.refuse_future("--on", on, options.planned);
    auto& store = existing_store(context, {.planned = options.planned});
    const auto reference = casework::review_named(store, options.review).reference;
    const auto result = casework::close_review(store, context.criteria_library(), reference, on,
                                               context.act("review.close", reference));
    if (result.refusal) return refuse(context, {*result.refusal});
    context.print_as_of();
    Sheet("review",
          reference + (result.already ? " is closed so already, nothing was added" : " closed"))
        .field("reference", "", reference)
        .field("pseudonym", "pseudonym", result.review.pseudonym)
        .field("opened_on", "opened on", date_cell(result.review.opened_on))
        .field("closed_on", "closed on", date_cell(result.review.closed_on))
        .field("already", "", result.already)
        .print(context);
    warn_of_never_weighed(result, context);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_review_close(CLI::App& review, Actions& actions) {
    auto& close =
        add_subcommand(review, "close", "the end of a review; its lessons are then final");
    const auto options = std::make_shared<CloseOptions>();
    add_option(close, "REVIEW", options->review, "the review, by reference or pseudonym")
        .required();
    add_option(close, "--on", options->on, "the day it was closed; today unless given")
        .type_name("DATE");
    add_flag(close, "--planned", options->planned, "a date to come is meant");
    add_examples(close, "  scr review close R-2026-0001 --on 2026-09-01");
    actions.add(close, [options](Context& context) { return run_close(*options, context); });
}

}  // namespace scr::cli
