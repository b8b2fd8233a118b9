#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/review.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/review.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct OpenOptions {
    std::vector<std::string> cases;
    std::string kind;
    std::string pseudonym;
    std::string reason;
    std::string reason_file;
    std::string on;
    bool planned = false;
};

casework::OpenRequest request_from(const OpenOptions& options, const Context& context) {
    casework::OpenRequest request;
    request.cases = options.cases;
    request.kind = options.kind;
    request.pseudonym = options.pseudonym;
    request.reason =
        options.reason_file.empty() ? options.reason : read_free_text(options.reason_file);
    request.opened_on =
        options.on.empty() ? context.today() : context.date_option("--on", options.on);
    context.refuse_future("--on", request.opened_on, options.planned);
    return request;
}

void print(const casework::OpenResult& result, Context& context) {
    const auto& review = result.review;
    Sheet sheet("review",
                fmt::format("{} {}", review.reference,
                            result.already ? "is open already, nothing was added" : "opened"));
    sheet.field("reference", "", review.reference)
        .field("kind", "", review.kind)
        .field("kind_label", "kind", review.kind_label)
        .field("pseudonym", "pseudonym", review.pseudonym)
        .field("cases", "cases", review.cases)
        .field("opened_on", "opened on", date_cell(review.opened_on))
        .field("reason", "reason", review.reason)
        .field("already", "", result.already);
    sheet.print(context);
}

/// The review is opened all the same: whether the factors call for it is for people to say.
void warn_of_unweighed(const casework::OpenResult& result, Context& context) {
    for (const auto& lacking : result.unweighed) {
        context.out().flush();
        context.warn(fmt::format("`{}` is opened before {} of {} {} weighed", result.review.kind,
                                 text::join_in_words(lacking.factors), lacking.case_reference,
                                 lacking.factors.size() == 1 ? "was" : "were"),
                     "", casework::weigh_command(lacking));
    }
}

int run_open(const OpenOptions& options, Context& context) {
    const auto request = request_from(options, context);
    auto& store = existing_store(context, {.planned = options.planned});
    const auto result = casework::open_review(store, context.criteria_library(), request,
                                              context.act("review.open"));
    if (!result.leaks.empty()) {
        refuse_leaks(context, result.leaks,
                     "the pseudonym gives a child away, and no review was opened");
    }
    if (!result.refusals.empty() || !result.leaks.empty()) return refuse(context, result.refusals);
    context.print_as_of();
    print(result, context);
    if (!result.already && !result.identities_recorded) {
        context.out().flush();
        context.warn(
            "no name of a child is recorded, so the pseudonym was checked against none", "",
            fmt::format("scr notify identities {} --from FILE", result.review.cases.front()));
    }
    warn_of_unweighed(result, context);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_review_open(CLI::App& review, Actions& actions) {
    auto& open = add_subcommand(review, "open", "a review of one or several decided cases");
    const auto options = std::make_shared<OpenOptions>();
    add_option(open, "CASE", options->cases, "cases; a notification stands for all its children")
        .required();
    add_option(open, "--kind", options->kind, "a kind of review of the criteria file")
        .type_name("KIND")
        .required();
    add_option(open, "--pseudonym", options->pseudonym, "what the child is called in public")
        .type_name("TEXT")
        .required();
    const auto reason = add_option(open, "--reason", options->reason,
                                   "needed where the kind does not follow the decision")
                            .type_name("TEXT");
    add_option(open, "--reason-file", options->reason_file,
               "the same from a file (- is standard input)")
        .type_name("FILE")
        .excludes(reason);
    add_option(open, "--on", options->on, "the day it was opened; today unless given")
        .type_name("DATE");
    add_flag(open, "--planned", options->planned, "a date to come is meant");
    add_examples(
        open, "  scr review open N-2026-0001/1 --kind serious_case_review --pseudonym \"Child J\"");
    actions.add(open, [options](Context& context) { return run_open(*options, context); });
}

}  // namespace scr::cli
