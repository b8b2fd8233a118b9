#include "cli/commands/criteria.hpp"

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/listing.hpp"
#include "cli/options.hpp"

namespace scr::cli {
namespace {

constexpr std::size_t short_digest = 12;

int run_list(Context& context) {
    const bool whole = context.format() != Format::text;
    Listing listing("criteria", {{"id", "id"},
                                 {"title", "title"},
                                 {"in_force_from", "in force from"},
                                 {"in_force_to", "to"},
                                 {"digest", "digest"},
                                 {"file", ""}});
    for (const auto& id : context.criteria_library().ids()) {
        const auto file = context.criteria_library().by_name(id);
        const auto& read = file->criteria;
        listing.add({read.id, read.title, read.in_force_from, read.in_force_to,
                     whole ? file->digest : file->digest.substr(0, short_digest), file->name});
    }
    listing.print(context, "there is no criteria file");
    return 0;
}

/// A nested command on one criteria file.
void declare_one(CLI::App& criteria, Actions& actions, const std::string& name,
                 const std::string& summary, int (*run)(const CriteriaOptions&, Context&)) {
    auto& command = add_subcommand(criteria, name, summary);
    const auto options = std::make_shared<CriteriaOptions>();
    add_option(command, "FILE|ID", options->file, "the criteria file; scr-2015 unless named");
    add_examples(command,
                 "  scr criteria " + name + " scr-2015\n  scr criteria " + name + " ./mine.toml");
    actions.add(command, [options, run](Context& context) { return run(*options, context); });
}

}  // namespace

casework::CriteriaPointer criteria_of(const CriteriaOptions& options, Context& context) {
    return options.file.empty() ? context.criteria_or_default()
                                : context.criteria_library().by_name(options.file);
}

void declare_criteria(CLI::App& criteria, Actions& actions) {
    add_examples(criteria, "  scr criteria show\n  scr criteria check ./mine.toml");

    auto& list = add_subcommand(criteria, "list", "the criteria files that are known here");
    add_examples(list, "  scr criteria list");
    actions.add(list, run_list);

    declare_criteria_show(criteria, actions);
    declare_one(criteria, actions, "check", "find every fault of a file, and prove its claims",
                run_criteria_check);
    declare_one(criteria, actions, "test", "run the examples of a file, and say what they cover",
                run_criteria_test);
    declare_one(criteria, actions, "cases", "write examples that cover a file", run_criteria_cases);
    declare_criteria_ask(criteria, actions);
    declare_criteria_export(criteria, actions);
    declare_criteria_diff(criteria, actions);
}

}  // namespace scr::cli
