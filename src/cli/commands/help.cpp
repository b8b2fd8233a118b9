#include "cli/help.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "cli/command_line.hpp"
#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::cli {
namespace {

struct HelpOptions {
    std::vector<std::string> topic;
};

/// Runs `man` and waits; whether it succeeded. With `silent` its output goes nowhere.
bool run_man(std::vector<std::string> arguments, bool silent) {
    std::vector<char*> pointers;
    for (auto& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
        if (!silent) break;
        posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_WRONLY, 0);
    }
    pid_t child = 0;
    const int failed = posix_spawnp(&child, "man", &files, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    int status = 0;
    return failed == 0 && waitpid(child, &status, 0) == child && status == 0;
}

/// Opens the manual page on a terminal; false where there is none to open.
bool show_page(const std::string& topic, Context& context) {
    if (!context.out().appearance().terminal) return false;
    const std::string page = topic.empty() ? "scr" : "scr-" + topic;
    return run_man({"man", "-w", page}, true) && run_man({"man", page}, false);
}

const CLI::App& find_command(const CLI::App& program, const std::vector<std::string>& topic) {
    const CLI::App* command = &program;
    for (const auto& word : topic) {
        std::vector<std::string> names;
        const CLI::App* found = nullptr;
        for (const auto* below : commands_below(*command)) {
            names.push_back(name_of(*below));
            if (names.back() == word) found = below;
        }
        if (found == nullptr) {
            throw Failure(FailureKind::usage, fmt::format("there is no help on `{}`", word), "",
                          names.empty() ? "" : "topics are " + text::join(names, ", "),
                          text::did_you_mean(word, names));
        }
        command = found;
    }
    return *command;
}

int run_help(const HelpOptions& options, Context& context) {
    Globals globals;
    Actions actions;
    const auto program = make_parser(globals, actions);
    const CLI::App& command = find_command(*program, options.topic);
    if (!show_page(options.topic.empty() ? "" : options.topic.front(), context)) {
        context.out().put(help_text(command));
    }
    return 0;
}

}  // namespace

void declare_help(CLI::App& help, Actions& actions) {
    const auto options = std::make_shared<HelpOptions>();
    add_option(help, "TOPIC", options->topic, "a command, or the words of a nested one");
    add_examples(help, "  scr help\n  scr help criteria check");
    actions.add(help, [options](Context& context) { return run_help(*options, context); });
}

}  // namespace scr::cli
