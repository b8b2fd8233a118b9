#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/actions.hpp"
#include "cli/globals.hpp"

namespace scr::cli {

/// The parser with every command declared. What it reads goes into `globals` and into the options
/// of the commands, which `actions` hold. With `arguments`, a command that none of them names is
/// known by name and summary only: declaring the options of all costs every start a millisecond.
std::shared_ptr<CLI::App> make_parser(Globals& globals, Actions& actions,
                                      const std::vector<std::string>* arguments = nullptr);

/// What the command line asks for: a text to print (help, version), or an action.
struct Request {
    std::string text;
    Action action;
    std::shared_ptr<CLI::App> parser{};  ///< an action may look at what else was given
};

/// Parses the arguments (without the program's name). Throws Failure (usage), with what was
/// probably meant, for a command line that is wrong.
Request parse(CLI::App& parser, const Actions& actions, std::vector<std::string> arguments);

/// Both in one: what is asked for. `globals` and `actions` must outlive the action's run.
Request read_command_line(Globals& globals, Actions& actions,
                          const std::vector<std::string>& arguments);

}  // namespace scr::cli
