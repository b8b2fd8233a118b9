#include "scr/casework/expire.hpp"

#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/site_update.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// A timer may meet a long load of records.
constexpr int patience_seconds = 600;

Section section_of(const std::string& key, const std::string& heading,
                   const std::string& when_empty) {
    return {key,
            heading,
            Section::Form::table,
            {{"reference", "publication"},
             {"pseudonym", "pseudonym"},
             {"published_on", "published"},
             {"last_day", "last day"}},
            {},
            when_empty};
}

std::vector<Cell> row_of(const record::Publication& publication) {
    return {publication.reference, publication.pseudonym, date_cell(publication.published_on),
            date_cell(publication.last_day)};
}

void print(Context& context, const publication::Retention& retention, bool site_changed) {
    Section ended = section_of("ended", "Taken down", "");
    for (const auto& ending : retention.ends) ended.rows.push_back(row_of(ending.publication));
    Section stays = section_of("stays", "Up until their last day", "");
    for (const auto& staying : retention.stays) stays.rows.push_back(row_of(staying.publication));

    const auto remain = text::counted(retention.stays.size(), "report") +
                        (retention.stays.size() == 1 ? " remains" : " remain");
    const std::string title =
        retention.ends.empty()
            ? fmt::format("nothing is past its last day; {}", remain)
            : fmt::format("{} taken down; {}", text::counted(retention.ends.size(), "report"),
                          remain);
    Sheet sheet("expiry", title);
    sheet.field("as_of", "", date_cell(context.today()))
        .field("site_changed", "", site_changed)
        .field("dry_run", "", context.dry_run())
        .section(std::move(ended))
        .section(std::move(stays));
    sheet.print(context);
}

int run_expire(const OlderStoreOptions& options, Context& context) {
    if (context.today() > context.real_today() && !context.dry_run()) {
        throw Failure(
            FailureKind::refused,
            fmt::format("`--as-of {}` lies in the future", record::to_text(context.today())), "",
            "what is not over yet is not taken down",
            "add --dry-run to see what that day will bring");
    }
    auto& store =
        existing_store(context, {.planned = context.dry_run(), .busy_seconds = patience_seconds});
    check_site(context, store, options);
    const auto retention =
        casework::expire(store, context.today(), context.real_today(), context.act("expire"));
    const auto count = text::counted(retention.ends.size(), "end");
    const bool changed = update_site_after(context, store, count + " recorded");
    context.print_as_of();
    print(context, retention, changed);
    if (changed && retention.ends.empty()) context.notice("the site was made again from the store");
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_expire(CLI::App& expire, Actions& actions) {
    const auto options = std::make_shared<OlderStoreOptions>();
    declare_older_store(expire, *options, true);
    add_examples(expire, "  scr expire\n  scr expire --as-of 2027-01-01 --dry-run");
    actions.add(expire, [options](Context& context) { return run_expire(*options, context); });
}

}  // namespace scr::cli
