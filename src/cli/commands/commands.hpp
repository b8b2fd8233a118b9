#pragma once

#include <span>
#include <string_view>

#include "cli/actions.hpp"

/// Every command of the program. A command file holds, in this order, its options as a struct, the
/// function that does the work with a filled struct, and the function that declares both; audit.cpp
/// is the pattern.
namespace scr::cli {

/// A row of the table of commands.
struct Command {
    std::string_view name;
    std::string_view summary;  ///< lower case, no full stop; a line of `scr --help`
    /// Declares options, examples and nested commands on a subcommand made from the row.
    void (*declare)(CLI::App& command, Actions& actions);
};

/// All commands, in the order in which a case meets them.
std::span<const Command> commands();

/// What `scr` alone does.
int run_without_command(Context& context);

void declare_notify(CLI::App&, Actions&);
void declare_screen(CLI::App&, Actions&);
void declare_review(CLI::App&, Actions&);
void declare_publish(CLI::App&, Actions&);
void declare_expire(CLI::App&, Actions&);
void declare_show(CLI::App&, Actions&);
void declare_list(CLI::App&, Actions&);
void declare_criteria(CLI::App&, Actions&);
void declare_audit(CLI::App&, Actions&);
void declare_store(CLI::App&, Actions&);
void declare_config(CLI::App&, Actions&);
void declare_help(CLI::App&, Actions&);

}  // namespace scr::cli
