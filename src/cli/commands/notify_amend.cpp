#include <fmt/format.h>

#include "cli/assignments.hpp"
#include "cli/commands/casework_io.hpp"
#include "cli/commands/notify.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/options.hpp"
#include "cli/rejects.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/amend.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct AmendOptions {
    std::string child;
    std::vector<std::string> assignments;
    std::string reason;
    std::string source;
    std::string ground;
    bool planned = false;
};

/// The file named, else the one that the case was taken in under: its facts have those names.
casework::CriteriaPointer criteria_for(casework::Store& store, const record::Case& child,
                                       Context& context) {
    if (auto named = context.criteria_named()) return named;
    return casework::kept_criteria(store, context.criteria_library(), child.criteria_digest);
}

casework::Amendment amendment_from(const AmendOptions& options, const criteria::Criteria& criteria,
                                   const Context& context) {
    auto assigned =
        read_assignments(options.assignments, criteria, Assignable::facts_and_dates, context);
    casework::Amendment amendment;
    amendment.answers = std::move(assigned.answers);
    amendment.dates = std::move(assigned.dates);
    amendment.reason = text::trim(options.reason);
    amendment.attribution.source = text::trim(options.source);
    amendment.attribution.ground = text::trim(options.ground);
    if (amendment.reason.empty()) {
        throw Failure(FailureKind::usage, "the reason is blank", "",
                      "an amendment says why, for whoever reads the record later",
                      "--reason \"the hospital called\"");
    }
    return amendment;
}

void print_result(const std::string& child, const casework::AmendResult& result, Context& context) {
    const bool changed = !result.changed.empty() || !result.computed.empty();
    Sheet("amendment", changed
                           ? fmt::format("{} has version {} of its facts", child, result.version)
                           : fmt::format("{} says so already: nothing was added", child))
        .field("case", "", child)
        .field("facts_version", "", static_cast<std::int64_t>(result.version))
        .field("changed", "changed", result.changed)
        .field("computed", "computed anew", result.computed)
        .print(context);
    if (changed && !context.dry_run()) {
        context.notice(fmt::format("next: scr screen {}", child));
    }
}

int run_amend(const AmendOptions& options, Context& context) {
    auto& store = existing_store(context, {.planned = options.planned});
    const auto child = casework::case_named(store, options.child);
    const auto criteria = criteria_for(store, child, context);
    require_adopted(context, *criteria);
    const auto amendment = amendment_from(options, criteria->criteria, context);
    const criteria::Screener screener(criteria->criteria);
    casework::Batch batch(store, context.act("notify.amend", child.reference));
    const auto result = casework::amend(batch, criteria, screener, child.reference, amendment,
                                        context.real_today(), options.planned);
    if (result.refusal) {
        print_rejected(context, "", *result.refusal);
        return static_cast<int>(FailureKind::refused);
    }
    batch.commit();
    context.print_as_of();
    print_result(child.reference, result, context);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_notify_amend(CLI::App& notify, Actions& actions) {
    auto& amend = add_subcommand(notify, "amend", "a new version of the facts of a case");
    const auto options = std::make_shared<AmendOptions>();
    add_option(amend, "CASE", options->child, "the case").required();
    add_option(amend, "NAME=VALUE", options->assignments,
               "facts or dates; nothing after = is blank")
        .required();
    add_option(amend, "--reason", options->reason, "why the facts change")
        .type_name("TEXT")
        .required();
    add_option(amend, "--source", options->source, "where the answers come from").type_name("TEXT");
    add_option(amend, "--ground", options->ground, "what a judgement among the answers rests on")
        .type_name("TEXT");
    add_flag(amend, "--planned", options->planned, "dates in the future are meant");
    add_examples(amend,
                 "  scr notify amend N-2026-0001/1 died=yes died_on=2026-03-02 --reason \"hospital "
                 "called\"");
    actions.add(amend, [options](Context& context) { return run_amend(*options, context); });
}

}  // namespace scr::cli
