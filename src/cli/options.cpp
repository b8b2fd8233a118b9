#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::cli {

const DeclaredOption& DeclaredOption::type_name(const std::string& name) const {
    option_->type_name(name);
    return *this;
}

const DeclaredOption& DeclaredOption::required() const {
    option_->required();
    return *this;
}

const DeclaredOption& DeclaredOption::delimiter(char separator) const {
    option_->delimiter(separator);
    return *this;
}

const DeclaredOption& DeclaredOption::excludes(const DeclaredOption& other) const {
    option_->excludes(other.option_);
    return *this;
}

// A validator of CLI11 may answer with a text, which loses the note and the help; a Failure thrown
// from it passes through the parser untouched.

const DeclaredOption& DeclaredOption::one_of(std::vector<std::string> words) const {
    const std::string name = option_->get_name();
    option_->type_name(text::join(words, "|"));
    option_->check(
        [name, words = std::move(words)](const std::string& value) -> std::string {
            if (std::find(words.begin(), words.end(), value) != words.end()) return "";
            throw Failure(
                FailureKind::usage, fmt::format("unknown value for `{}`: `{}`", name, value), "",
                "values are " + text::join(words, ", "), text::did_you_mean(value, words));
        },
        "");
    return *this;
}

namespace {

std::string range_in_words(std::int64_t least, std::int64_t most) {
    if (most == std::numeric_limits<std::int64_t>::max())
        return fmt::format("it takes a whole number of at least {}", least);
    return fmt::format("it takes a whole number from {} to {}", least, most);
}

}  // namespace

const DeclaredOption& DeclaredOption::filled() const {
    const std::string name = option_->get_name();
    option_->check(
        [name](const std::string& value) -> std::string {
            if (!text::trim(value).empty()) return "";
            throw Failure(FailureKind::usage, fmt::format("`{}` is given nothing", name), "", "",
                          fmt::format("write its value, or leave {} out", name));
        },
        "");
    return *this;
}

const DeclaredOption& DeclaredOption::whole_number(std::int64_t least, std::int64_t most) const {
    const std::string name = option_->get_name();
    option_->type_name("N");
    option_->check(
        [name, least, most](const std::string& value) -> std::string {
            std::int64_t number = 0;
            const char* end = value.data() + value.size();
            const auto read = std::from_chars(value.data(), end, number);
            if (read.ec == std::errc() && read.ptr == end && number >= least && number <= most)
                return "";
            throw Failure(FailureKind::usage, fmt::format("`{}` is no value for `{}`", value, name),
                          "", range_in_words(least, most));
        },
        "");
    return *this;
}

DeclaredOption add_option(CLI::App& command, const std::string& name, std::string& value,
                          const std::string& text) {
    return DeclaredOption(*command.add_option(name, value, text));
}

DeclaredOption add_option(CLI::App& command, const std::string& name,
                          std::vector<std::string>& values, const std::string& text) {
    return DeclaredOption(*command.add_option(name, values, text));
}

DeclaredOption add_option(CLI::App& command, const std::string& name, std::int64_t& value,
                          const std::string& text) {
    return DeclaredOption(*command.add_option(name, value, text));
}

void add_flag(CLI::App& command, const std::string& name, bool& value, const std::string& text) {
    command.add_flag(name, value, text);
}

CLI::App& add_subcommand(CLI::App& command, const std::string& name, const std::string& summary) {
    return *command.add_subcommand(name, summary);
}

void add_examples(CLI::App& command, const std::string& text) {
    command.footer(text);
}

std::string given_option(const CLI::App& command) {
    for (const CLI::Option* option : command.get_options()) {
        if (option->count() > 0) return option->get_name();
    }
    return "";
}

}  // namespace scr::cli
