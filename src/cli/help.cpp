#include "cli/help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/table.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

constexpr std::size_t text_width = 96;

struct Line {
    std::string left;
    std::string right;
};

std::string section(const std::string& title, const std::vector<Line>& lines) {
    if (lines.empty()) return "";
    std::size_t indent = 0;
    for (const auto& line : lines)
        indent = std::max(indent, std::min<std::size_t>(line.left.size(), 26));
    std::string text = fmt::format("\n{}:\n", title);
    for (const auto& [left, right] : lines) {
        const auto wrapped = wrap(right, text_width - indent - 4);
        text += fmt::format("  {:<{}}", left, indent);
        if (left.size() > indent) text += fmt::format("\n  {:<{}}", "", indent);
        for (const auto& piece : wrapped) {
            if (&piece != wrapped.data()) text += fmt::format("  {:<{}}", "", indent);
            text += "  " + piece + '\n';
        }
    }
    return text;
}

/// `--limit N`; `CASE…` for a positional that takes several.
std::string written(const CLI::Option& option) {
    const bool several = option.get_items_expected_max() > 1;
    std::string text = text::join(spellings(option), ", ");
    if (!option.get_positional() && option.get_items_expected_max() > 0) {
        text += ' ' + option.get_type_name();
    }
    return several ? text + "…" : text;
}

std::vector<const CLI::Option*> options_of(const CLI::App& command, bool positional) {
    std::vector<const CLI::Option*> result;
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_positional() == positional && !option->get_group().empty()) {
            result.push_back(option);
        }
    }
    return result;
}

std::string usage(const CLI::App& command) {
    std::string text = full_name(command);
    if (!options_of(command, false).empty()) text += " [OPTION…]";
    for (const auto* option : options_of(command, true)) {
        text += option->get_required() ? ' ' + written(*option)
                                       : fmt::format(" [{}]", written(*option));
    }
    const auto below = commands_below(command);
    if (!below.empty()) text += " [COMMAND]";
    return text;
}

}  // namespace

std::string name_of(const CLI::App& command) {
    return command.get_name();
}

std::string full_name(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return parent == nullptr ? command.get_name() : full_name(*parent) + ' ' + command.get_name();
}

std::vector<const CLI::App*> commands_below(const CLI::App& command) {
    return command.get_subcommands(
        [](const CLI::App* below) { return !below->get_name().empty(); });
}

std::vector<std::string> spellings(const CLI::Option& option) {
    if (option.get_positional()) return {option.get_name()};
    std::vector<std::string> result;
    for (const auto& name : option.get_snames()) result.push_back('-' + name);
    for (const auto& name : option.get_lnames()) result.push_back("--" + name);
    return result;
}

std::string help_text(const CLI::App& command) {
    const bool is_program = command.get_parent() == nullptr;
    std::string text = fmt::format("usage: {}\n\n{}\n", usage(command), command.get_description());

    std::vector<Line> below;
    for (const auto* nested : commands_below(command)) {
        below.push_back({nested->get_name(), nested->get_description()});
    }
    text += section("commands", below);

    std::vector<Line> options;
    for (const bool positional : {true, false}) {
        for (const auto* option : options_of(command, positional)) {
            options.push_back({written(*option), option->get_description()});
        }
    }
    text +=
        section(is_program ? "global options, before or after the command" : "options", options);
    if (!command.get_footer().empty()) text += "\nexamples:\n" + command.get_footer() + '\n';
    if (!is_program) text += "\nglobal options: scr --help\n";
    return text;
}

}  // namespace scr::cli
