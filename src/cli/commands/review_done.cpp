#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/review.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/deadline_stop.hpp"
#include "scr/casework/naming.hpp"

namespace scr::cli {
namespace {

struct DoneOptions {
    std::string child;
    std::string deadline;
    std::string on;
    std::string reference;
    bool planned = false;
};

int run_done(const DoneOptions& options, Context& context) {
    const auto on = context.date_option("--on", options.on);
    context.refuse_future("--on", on, options.planned);
    auto& store = existing_store(context, {.planned = options.planned});
    const auto reference = casework::case_named(store, options.child).reference;
    const auto result = casework::stop_deadline(
        store, context.criteria_library(), {reference, options.deadline, on, options.reference},
        context.act("review.done", reference));
    if (result.refusal) return refuse(context, {*result.refusal});
    Sheet("deadline_stop",
          fmt::format("clock {} of {} {}", result.rule.id, reference,
                      result.already ? "is stopped so already, nothing was added" : "stopped"))
        .field("case", "", reference)
        .field("deadline", "", result.rule.id)
        .field("within", "within", result.rule.within + " from " + result.rule.from)
        .field("owner", "owner", result.rule.owner)
        .field("on", "done on", date_cell(on))
        .field("reference", "reference", result.stop.reference)
        .field("corrects", "instead of", result.corrects ? date_cell(result.corrects->on) : Cell())
        .field("already", "", result.already)
        .print(context);
    if (!result.doubt.empty()) context.warn(result.doubt);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_review_done(CLI::App& review, Actions& actions) {
    auto& done = add_subcommand(review, "done", "stop a clock that no other step stops");
    const auto options = std::make_shared<DoneOptions>();
    add_option(done, "CASE", options->child, "the case").required();
    add_option(done, "DEADLINE", options->deadline, "the deadline, by its id in the criteria file")
        .required();
    add_option(done, "--on", options->on, "the day it was done").type_name("DATE").required();
    add_option(done, "--reference", options->reference, "of the letter or the message")
        .type_name("TEXT");
    add_flag(done, "--planned", options->planned, "a date to come is meant");
    add_examples(done, "  scr review done N-2026-0001/1 notify --on 2026-02-10 --reference OF-17");
    actions.add(done, [options](Context& context) { return run_done(*options, context); });
}

}  // namespace scr::cli
