#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

/// How a command declares what it takes: a thin layer over CLI11. Its header costs each file that
/// includes it seven seconds to compile, and each start of the program the objects that every such
/// file brings with it: the files of the commands do without.
namespace scr::cli {

/// An option that was declared. What it reads into must outlive the parser.
class DeclaredOption {
 public:
    explicit DeclaredOption(CLI::Option& option) : option_(&option) {}

    /// What its value is called in the help: `FILE`.
    const DeclaredOption& type_name(const std::string& name) const;
    const DeclaredOption& required() const;
    /// One argument may hold several values, separated by `separator`.
    const DeclaredOption& delimiter(char separator) const;
    const DeclaredOption& excludes(const DeclaredOption& other) const;
    /// It takes one of these words only; another is a Failure (usage) with a suggestion. The help
    /// lists the words.
    const DeclaredOption& one_of(std::vector<std::string> words) const;
    /// It takes a value that is not blank.
    const DeclaredOption& filled() const;
    /// It takes a whole number of at least `least`.
    const DeclaredOption& whole_number(
        std::int64_t least = 0, std::int64_t most = std::numeric_limits<std::int64_t>::max()) const;

 private:
    CLI::Option* option_;
};

/// `name` is `--limit`, or the name of a positional: `CASE`.
DeclaredOption add_option(CLI::App&, const std::string& name, std::string& value,
                          const std::string& text);
DeclaredOption add_option(CLI::App&, const std::string& name, std::vector<std::string>& values,
                          const std::string& text);
DeclaredOption add_option(CLI::App&, const std::string& name, std::int64_t& value,
                          const std::string& text);
void add_flag(CLI::App&, const std::string& name, bool& value, const std::string& text);
CLI::App& add_subcommand(CLI::App&, const std::string& name, const std::string& summary);
/// Lines of commands that the help ends with.
void add_examples(CLI::App&, const std::string& text);

/// The first option or positional of the command itself that was given; blank when none was.
std::string given_option(const CLI::App&);

}  // namespace scr::cli
