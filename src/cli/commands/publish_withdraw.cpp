#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/publish.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/publish.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct WithdrawOptions {
    std::string publication;
    std::string confirm;
    OlderStoreOptions older_store;  ///< its reason is that of the withdrawal
};

void print(Context& context, const record::Publication& publication, bool already) {
    Sheet("publication", publication.reference +
                             (already ? " is withdrawn already, nothing was added" : " withdrawn"))
        .field("reference", "", publication.reference)
        .field("pseudonym", "pseudonym", publication.pseudonym)
        .field("published_on", "published on", date_cell(publication.published_on))
        .field("ended_on", "down from", date_cell(publication.ended_on))
        .field("reason", "reason", publication.end_reason)
        .print(context);
}

int run_withdraw(const WithdrawOptions& options, Context& context) {
    if (text::trim(options.older_store.reason).empty()) {
        throw Failure(FailureKind::usage, "`--reason` is empty", "",
                      "an early removal breaks a promise, so the record says why");
    }
    auto& store = existing_store(context, {});
    check_site(context, store, options.older_store);
    const auto publication = casework::publication_named(store, options.publication);
    const auto& reference = publication.reference;
    const bool may = !record::may_withdraw(reference, publication.state);
    if (may)
        confirm(context, reference, options.confirm,
                fmt::format("{}, \"{}\", comes down before its last day, {}", reference,
                            publication.pseudonym, record::to_text(publication.last_day)));
    const auto result =
        casework::withdraw(store, reference, options.older_store.reason, context.today(),
                           context.act("publish.withdraw", reference));
    if (result.refusal) return refuse(context, {*result.refusal});
    update_site_after(context, store, reference + " is recorded as withdrawn");
    print(context, result.publication, result.already);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_publish_withdraw(CLI::App& publish, Actions& actions) {
    auto& withdraw = add_subcommand(publish, "withdraw", "take a report down before its last day");
    const auto options = std::make_shared<WithdrawOptions>();
    add_option(withdraw, "PUBLICATION", options->publication, "by reference or pseudonym")
        .required();
    add_option(withdraw, "--reason", options->older_store.reason, "why, for the record")
        .type_name("TEXT")
        .required();
    add_option(withdraw, "--confirm", options->confirm,
               "the publication's reference, instead of typing it when asked")
        .type_name("PUBLICATION");
    declare_older_store(withdraw, options->older_store, false);
    add_examples(
        withdraw,
        "  scr publish withdraw P-2026-0001 --reason \"court order\" --confirm P-2026-0001");
    actions.add(withdraw, [options, &publish](Context& context) {
        refuse_options_of(publish);
        return run_withdraw(*options, context);
    });
}

}  // namespace scr::cli
