#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::cli {
namespace {

constexpr const char* description =
    "Screens notifications of serious incidents to children against criteria kept as data, and "
    "keeps "
    "the\nrecord from the notification to the end of the published report.";

constexpr const char* examples =
    "  scr notify --from notifications.csv\n"
    "  scr screen --pending\n"
    "  scr help screen";

/// `scr 0.1.0`, and the end of the line.
std::string version_line() {
    return "scr " SCR_VERSION "\n";
}

void declare_globals(CLI::App& app, Globals& globals) {
    const auto option = [&](const char* name, std::string& value, const char* type,
                            const char* text) {
        return add_option(app, name, value, text).type_name(type);
    };
    option("--store", globals.store, "FILE", "the store (SCR_STORE)");
    option("--config", globals.config, "FILE", "the configuration file (SCR_CONFIG)");
    option("--criteria", globals.criteria, "FILE|ID", "the criteria file (SCR_CRITERIA)");
    option("--as-of", globals.as_of, "DATE", "the day that rules read, instead of today");
    option("--by", globals.by, "NAME", "the person acting (SCR_BY)");
    option("--format", globals.format, "", "the form of the result; text unless given")
        .one_of({"text", "json", "csv", "ndjson"});
    option("--color", globals.color, "", "whether to use colours (NO_COLOR)")
        .one_of({"auto", "always", "never"});
    app.add_flag("--no-input", globals.no_input, "ask nothing; refuse where something is missing");
    app.add_flag("--dry-run", globals.dry_run, "check and print everything, change nothing");
    app.add_flag("--quiet", globals.quiet, "no notices and no progress on standard error");
}

/// The innermost command that was named.
const CLI::App& chosen(const CLI::App& app) {
    const auto named = app.get_subcommands();
    return named.empty() ? app : chosen(*named.front());
}

std::string help_of(const CLI::App& command) {
    return full_name(command) + " --help";
}

std::vector<std::string> names_below(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* below : commands_below(command)) names.push_back(below->get_name());
    return names;
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
        for (const auto* option : app->get_options()) {
            if (option->get_positional()) continue;
            for (auto& name : spellings(*option)) names.push_back(std::move(name));
        }
    }
    return names;
}

[[noreturn]] void wrong(const CLI::App& command, const std::string& text,
                        const std::string& meant) {
    throw Failure(FailureKind::usage, text, "", "", meant.empty() ? help_of(command) : meant);
}

[[noreturn]] void refuse_extra(const CLI::App& app) {
    const CLI::App& command = chosen(app);
    const auto extras = app.remaining(true);
    const std::string extra = extras.empty() ? "" : extras.front();
    if (extra.starts_with("-")) {
        const std::string name = extra.substr(0, extra.find('='));
        wrong(command, fmt::format("unknown option `{}`", name),
              text::did_you_mean(name, option_names(command)));
    }
    if (const auto names = names_below(command); !names.empty()) {
        wrong(command, fmt::format("unknown command `{}`", extra),
              text::did_you_mean(extra, names));
    }
    wrong(command, fmt::format("unexpected argument `{}`", extra), "");
}

/// CLI11 tells the option's name only at the head of its sentence.
std::string option_in(const std::string& sentence) {
    return sentence.substr(0, sentence.find_first_of(": "));
}

[[noreturn]] void refuse(const CLI::App& app, const CLI::ParseError& error) {
    const CLI::App& command = chosen(app);
    const std::string sentence = error.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) refuse_extra(app);
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        wrong(command, fmt::format("`{}` is missing", option_in(sentence)), "");
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        wrong(command, fmt::format("`{}` does not take that many values", option_in(sentence)), "");
    }
    wrong(command, "the command line is wrong: " + sentence, "");
}

Action action_of(const CLI::App& app, const Actions& actions) {
    const CLI::App& command = chosen(app);
    if (const Action* action = actions.find(command)) return *action;
    throw Failure(FailureKind::usage, fmt::format("`{}` needs a command", full_name(command)), "",
                  "commands are " + text::join(names_below(command), ", "), help_of(command));
}

bool may_name(const std::vector<std::string>* arguments, std::string_view command) {
    return arguments == nullptr ||
           std::find(arguments->begin(), arguments->end(), command) != arguments->end();
}

}  // namespace

std::shared_ptr<CLI::App> make_parser(Globals& globals, Actions& actions,
                                      const std::vector<std::string>* arguments) {
    auto app = std::make_shared<CLI::App>(description, "scr");
    // Both are inherited by the subcommands made after them: global options after the verb, and a
    // positional that happens to be a command's name stays a positional.
    app->fallthrough();
    app->require_subcommand(0, 1);
    app->set_help_flag("--help,-h", "this help; that of a command after its name");
    app->set_version_flag("--version", version_line(), "the version of the program");
    app->footer(examples);
    declare_globals(*app, globals);
    actions.add(*app, run_without_command);
    for (const auto& command : commands()) {
        CLI::App* subcommand =
            app->add_subcommand(std::string(command.name), std::string(command.summary));
        subcommand->require_subcommand(0, 1);
        if (may_name(arguments, command.name)) command.declare(*subcommand, actions);
    }
    return app;
}

Request read_command_line(Globals& globals, Actions& actions,
                          const std::vector<std::string>& arguments) {
    // Half of a start is the parser: whoever asks for the version alone does not wait for it.
    if (arguments == std::vector<std::string>{"--version"}) return {version_line(), {}, {}};
    const auto parser = make_parser(globals, actions, &arguments);
    auto request = parse(*parser, actions, arguments);
    request.parser = parser;
    return request;
}

Request parse(CLI::App& app, const Actions& actions, std::vector<std::string> arguments) {
    // The parser takes its arguments from the back.
    std::reverse(arguments.begin(), arguments.end());
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        return {help_text(chosen(app)), {}, {}};
    } catch (const CLI::CallForVersion& version) {
        return {version.what(), {}, {}};
    } catch (const CLI::ParseError& error) {
        refuse(app, error);
    }
    return {"", action_of(app, actions), {}};
}

}  // namespace scr::cli
