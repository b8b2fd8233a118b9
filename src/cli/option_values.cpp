#include "cli/option_values.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::cli {

// A validator of CLI11 may answer with a text, which loses the note and the help; a Failure thrown
// from it passes through the parser untouched.

CLI::Option* one_of(CLI::Option* option, std::vector<std::string> words) {
    const std::string name = option->get_name();
    option->type_name(text::join(words, "|"));
    return option->check(
        [name, words = std::move(words)](const std::string& value) -> std::string {
            if (std::find(words.begin(), words.end(), value) != words.end()) return "";
            throw Failure(
                FailureKind::usage, fmt::format("unknown value for `{}`: `{}`", name, value), "",
                "values are " + text::join(words, ", "), text::did_you_mean(value, words));
        },
        "");
}

CLI::Option* whole_number(CLI::Option* option, long least) {
    const std::string name = option->get_name();
    option->type_name("N");
    return option->check(
        [name, least](const std::string& value) -> std::string {
            long number = 0;
            const char* end = value.data() + value.size();
            const auto read = std::from_chars(value.data(), end, number);
            if (read.ec == std::errc() && read.ptr == end && number >= least) return "";
            throw Failure(FailureKind::usage, fmt::format("`{}` is no value for `{}`", value, name),
                          "", fmt::format("it takes a whole number of at least {}", least));
        },
        "");
}

}  // namespace scr::cli
