#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace scr::cli {

/// The help of a command: usage, what it does, nested commands, options, examples. That of the
/// program itself lists the global options as well.
std::string help_text(const CLI::App& command);

/// `log`.
std::string name_of(const CLI::App& command);

/// `scr audit log`.
std::string full_name(const CLI::App& command);

/// The commands directly below, in the order in which they were declared.
std::vector<const CLI::App*> commands_below(const CLI::App& command);

/// `--store`, `-h`: every way to write the option; a positional's name.
std::vector<std::string> spellings(const CLI::Option& option);

}  // namespace scr::cli
