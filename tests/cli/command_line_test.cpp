#include "cli/command_line.hpp"

#include <doctest/doctest.h>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/help.hpp"
#include "scr/failure.hpp"

using namespace scr;
using namespace scr::cli;

namespace {

Request parsed(std::vector<std::string> arguments, Globals& globals) {
    Actions actions;
    const auto parser = make_parser(globals, actions, &arguments);
    return parse(*parser, actions, std::move(arguments));
}

Failure refusal(std::vector<std::string> arguments) {
    Globals globals;
    try {
        parsed(std::move(arguments), globals);
    } catch (const Failure& failure) {
        CHECK(failure.kind() == FailureKind::usage);
        return failure;
    }
    FAIL("accepted");
    return Failure(FailureKind::bug, "");
}

void each_command(const CLI::App& command, const std::function<void(const CLI::App&)>& visit) {
    visit(command);
    for (const auto* below : commands_below(command)) each_command(*below, visit);
}

}  // namespace

TEST_CASE("global options stand before or after the command") {
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"--store", "a.db", "--quiet", "audit", "log"},
                                               {"audit", "--store=a.db", "log", "--quiet"},
                                               {"audit", "log", "--store", "a.db", "--quiet"}}) {
        Globals globals;
        CHECK(parsed(arguments, globals).action);
        CHECK(globals.store == "a.db");
        CHECK(globals.quiet);
    }
}

TEST_CASE("an unknown option is refused with what was probably meant") {
    const auto failure = refusal({"audit", "log", "--stor", "a.db"});
    CHECK(std::string(failure.what()) == "unknown option `--stor`");
    CHECK(failure.help() == "did you mean `--store`?");
    CHECK(refusal({"audit", "log", "--limti=3"}).help() == "did you mean `--limit`?");
    CHECK(refusal({"audit", "log", "--entirely-different"}).help() == "scr audit log --help");
}

TEST_CASE("an unknown command is refused with what was probably meant") {
    const auto failure = refusal({"audti", "log"});
    CHECK(std::string(failure.what()) == "unknown command `audti`");
    CHECK(failure.help() == "did you mean `audit`?");
    CHECK(refusal({"audit", "verfy"}).help() == "did you mean `verify`?");
    CHECK(std::string(refusal({"audit", "log", "more"}).what()) == "unexpected argument `more`");
}

TEST_CASE("a command that only groups others says which there are") {
    const auto failure = refusal({"audit"});
    CHECK(std::string(failure.what()) == "`scr audit` needs a command");
    CHECK(failure.note() == "commands are log, verify, head");
}

TEST_CASE("a wrong value is refused with the right ones") {
    const auto failure = refusal({"--format", "jsno", "audit", "log"});
    CHECK(std::string(failure.what()) == "unknown value for `--format`: `jsno`");
    CHECK(failure.note() == "values are text, json, csv, ndjson");
    CHECK(failure.help() == "did you mean `json`?");
    CHECK(std::string(refusal({"audit", "log", "--limit", "0"}).what()) ==
          "`0` is no value for `--limit`");
    CHECK(std::string(refusal({"audit", "log", "--limit"}).what()) ==
          "`--limit` does not take that many values");
}

TEST_CASE("a positional may be called like a command") {
    Globals globals;
    CHECK(parsed({"criteria", "show", "audit"}, globals).action);
    CHECK(parsed({"help", "store"}, globals).action);
}

TEST_CASE("no command is an action too") {
    Globals globals;
    CHECK(parsed({}, globals).action);
    CHECK(parsed({"--quiet"}, globals).action);
}

TEST_CASE("help goes before whatever else is wrong and version says the version") {
    Globals globals;
    CHECK(parsed({"audit", "log", "--bogus", "--help"}, globals)
              .text.starts_with("usage: scr audit log [OPTION…]\n"));
    CHECK(parsed({"--help"}, globals).text.find("--store FILE") != std::string::npos);
    CHECK(parsed({"--version"}, globals).text.starts_with("scr "));
}

TEST_CASE("every command has a summary and an example of its own and every option a text") {
    Globals globals;
    Actions actions;
    const auto parser = make_parser(globals, actions);
    each_command(*parser, [](const CLI::App& command) {
        CAPTURE(full_name(command));
        CHECK_FALSE(command.get_description().empty());
        CHECK(command.get_footer().starts_with("  scr "));
        for (const auto* option : command.get_options()) {
            CAPTURE(option->get_name());
            CHECK_FALSE(option->get_description().empty());
        }
    });
}
