#include "cli/commands/casework_io.hpp"
#include "cli/commands/publish.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"

namespace scr::cli {
namespace {

int run_rebuild(const OlderStoreOptions& options, Context& context) {
    context.format_among({Format::text, Format::json});
    auto& store = context.store_for_reading();
    check_site(context, store, options);
    const bool changed = update_site(context, store);
    const char* title = context.dry_run() ? "the site may be made again from the store"
                        : changed         ? "the site was made again from the store"
                                          : "the site is as the store has it";
    Sheet("site", title)
        .field("folder", "folder", context.site().folder().string())
        .field("changed", "", changed)
        .print(context);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_publish_rebuild(CLI::App& publish, Actions& actions) {
    auto& rebuild = add_subcommand(publish, "rebuild", "make the site again from the store");
    const auto options = std::make_shared<OlderStoreOptions>();
    declare_older_store(rebuild, *options, true);
    add_examples(rebuild, "  scr publish rebuild");
    actions.add(rebuild, [options, &publish](Context& context) {
        refuse_options_of(publish);
        return run_rebuild(*options, context);
    });
}

}  // namespace scr::cli
