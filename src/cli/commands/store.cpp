#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/listing.hpp"
#include "cli/options.hpp"
#include "scr/store/check.hpp"
#include "scr/store/database.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

void print_path(const std::string& file, Context& context) {
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        text::JsonWriter json;
        json.begin_object().key("schema").value(1).key("store").value(file);
        json.key("exists").value(context.has_store()).end_object();
        context.out().json_line(json.text());
    } else {
        context.out().line(file);
    }
}

int run_init(Context& context) {
    const bool there = context.has_store();
    // Opened in either case: a file that is no store is not passed off as one, and one whose making
    // was interrupted is made whole.
    context.store_for_writing({.planned = true, .begin = true});
    if (there) context.notice("the store is there already");
    print_path(context.store_file(), context);
    return 0;
}

int run_path(Context& context) {
    print_path(context.store_file(), context);
    return 0;
}

int run_check(Context& context) {
    context.store_for_reading();
    const auto problems = store::check(context.store_file());
    Listing listing("findings", {{"problem", "problem"}});
    for (const auto& problem : problems) listing.add({problem});
    listing.print(context, fmt::format("`{}` is sound", context.store_file()));
    return problems.empty() ? 0 : 1;
}

}  // namespace

void declare_store(CLI::App& store, Actions& actions) {
    add_examples(store, "  scr store path\n  scr store check");

    auto& init = add_subcommand(store, "init", "create the store where there is none");
    add_examples(init, "  scr store init --store /srv/scr/scr.db");
    actions.add(init, run_init);

    auto& path = add_subcommand(store, "path", "where the store lies");
    add_examples(path, "  scr store path");
    actions.add(path, run_path);

    auto& check = add_subcommand(store, "check", "the structure of the file and who can read it");
    add_examples(check, "  scr store check");
    actions.add(check, run_check);
}

}  // namespace scr::cli
