#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/review.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/review.hpp"

namespace scr::cli {
namespace {

struct CloseOptions {
    std::string review;
    std::string on;
    bool planned = false;
};

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
