#include "cli/commands/criteria.hpp"

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"

namespace scr::cli {
namespace {

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
                                : context.criteria_called(options.file);
}

void declare_criteria(CLI::App& criteria, Actions& actions) {
    add_examples(criteria, "  scr criteria show\n  scr criteria check ./mine.toml");

    declare_criteria_list(criteria, actions);
    declare_criteria_show(criteria, actions);
    declare_one(criteria, actions, "check", "find every fault of a file, and prove its claims",
                run_criteria_check);
    declare_one(criteria, actions, "test", "run the examples of a file, and say what they cover",
                run_criteria_test);
    declare_one(criteria, actions, "cases", "write examples that cover a file", run_criteria_cases);
    declare_criteria_adopt(criteria, actions);
    declare_criteria_ask(criteria, actions);
    declare_criteria_export(criteria, actions);
    declare_criteria_diff(criteria, actions);
}

}  // namespace scr::cli
