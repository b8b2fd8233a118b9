#pragma once

#include <string>
#include <vector>

namespace CLI {
class Option;
}

namespace scr::cli {

/// The option takes one of these words only; another is a Failure (usage) with a suggestion. The
/// help lists the words.
CLI::Option* one_of(CLI::Option* option, std::vector<std::string> words);

/// The option takes a whole number of at least `least`.
CLI::Option* whole_number(CLI::Option* option, long least = 0);

}  // namespace scr::cli
