#include "criteria_toml/syntax_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace scr::criteria_toml {
namespace {

struct Wording {
    std::string_view said;  ///< a part of toml++'s sentence
    std::string_view message;
    std::string_view help;
};

constexpr std::array<Wording, 9> wordings{{
    {"array: encountered end-of-file", "a list is never closed", "close it with `]`"},
    {"inline table: encountered end-of-file", "a table is never closed", "close it with `}`"},
    {"table header: encountered end-of-file", "a header is never closed", "close it with `]`"},
    {"key-value pair: encountered end-of-file", "a key without a value", "write `key = value`"},
    {"could not determine value type", "this is no value", "put a text in quotes"},
    {"boolean:", "this is no value", "put a text in quotes"},
    {"expected a comment or whitespace", "nothing may follow the value on its line", ""},
    {"expected '=', saw", "expected `=` after the key", ""},
    {"(dangling comma)", "a comma before `}`", "take the comma out"},
}};

/// toml++'s own sentence without its names for parts of the parser.
std::string own_words(std::string_view said) {
    constexpr std::string_view opening = "Error while parsing ";
    if (said.starts_with(opening)) said.remove_prefix(opening.size());
    std::string words(said.substr(0, said.find(" (TOML_")));
    std::replace(words.begin(), words.end(), '\'', '`');
    return fmt::format("not valid TOML: {}", words);
}

/// The word that stands at or around `at`; only a place where none does.
criteria::Span word_at(std::string_view text, std::size_t at) {
    constexpr std::string_view ends = " \t\r\n,[]{}=#";
    const std::size_t before = at == 0 ? text.npos : text.find_last_of(ends, at - 1);
    const std::size_t begin = before == text.npos ? 0 : before + 1;
    return {begin, std::min(text.find_first_of(ends, at), text.size())};
}

/// toml++ stands behind the value when it finds that the key is there already.
criteria::Diagnostic redefinition(std::string_view said, std::string_view text, std::size_t at) {
    const std::size_t open = said.find('\'');
    const std::string_view path = said.substr(open + 1, said.rfind('\'') - open - 1);
    const std::string_view name = path.substr(path.rfind('.') + 1);
    const std::size_t line_feed = at == 0 ? text.npos : text.rfind('\n', at - 1);
    const std::size_t line = line_feed == text.npos ? 0 : line_feed + 1;
    const std::size_t key_end = std::min(text.find_first_of("=\n", line), text.size());
    const std::size_t found = text.substr(line, key_end - line).rfind(name);
    const criteria::Span span = found == text.npos
                                    ? criteria::Span{at, at}
                                    : criteria::Span{line + found, line + found + name.size()};
    return {span, fmt::format("`{}` is there twice", path), "", "take one of the two out"};
}

}  // namespace

criteria::Diagnostic syntax_fault(const toml::parse_error& error, std::string_view text,
                                  const SourceMap& places) {
    const std::string_view said = error.description();
    const std::size_t at = places.offset(error.source().begin);
    if (said.find("cannot redefine existing") != said.npos) return redefinition(said, text, at);
    for (const Wording& wording : wordings) {
        if (said.find(wording.said) == said.npos) continue;
        return {word_at(text, at), std::string(wording.message), "", std::string(wording.help)};
    }
    return {{at, at}, own_words(said), "", ""};
}

}  // namespace scr::criteria_toml
