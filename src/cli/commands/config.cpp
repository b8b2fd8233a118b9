#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/listing.hpp"
#include "cli/options.hpp"

namespace scr::cli {
namespace {

int run_show(Context& context) {
    Listing listing("settings", {{"name", "setting"}, {"value", "value"}, {"origin", "from"}});
    for (const auto& [name, setting] : listed(context.settings())) {
        listing.add({name, setting.value, setting.origin});
    }
    listing.print(context, "");
    return 0;
}

}  // namespace

void declare_config(CLI::App& config, Actions& actions) {
    add_examples(config, "  scr config show");

    auto& show = add_subcommand(config, "show", "each setting, its value and where it comes from");
    add_examples(show, "  scr config show\n  scr config show --format json");
    actions.add(show, run_show);
}

}  // namespace scr::cli
