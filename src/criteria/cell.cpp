#include "scr/criteria/cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "scr/text/fold.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"
#include "scr/text/utf8.hpp"

namespace scr::criteria {
namespace {

constexpr std::size_t longest_quotation = 40;  // code points; a longer cell is no answer but prose

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> other_spellings{{
    {"true", "yes"},
    {"y", "yes"},
    {"1", "yes"},
    {"false", "no"},
    {"n", "no"},
    {"0", "no"},
}};

std::string_view usual_spelling(const Fact& fact, std::string_view written) {
    if (fact.type != FactType::yes_no) return written;
    for (const auto& [other, usual] : other_spellings) {
        if (written == other) return usual;
    }
    return written;
}

std::string quoted(std::string_view cell) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < cell.size() && count < longest_quotation; ++count)
        end += text::code_point_at(cell, end).size;
    const bool whole = end >= cell.size();
    return fmt::format("`{}{}`", text::visible(cell.substr(0, end)), whole ? "" : "...");
}

/// An integer may be a date of birth in the wrong column, so no message repeats it.
CellResult read_integer(const Fact& fact, std::string_view cell) {
    std::int64_t value = 0;
    const char* const end_of_cell = cell.data() + cell.size();
    const auto [end, error] = std::from_chars(cell.data(), end_of_cell, value);
    const auto refuse = [&](std::string_view what) {
        return CellResult{{},
                          fmt::format("{}: `{}`", what, fact.id),
                          fmt::format("the answer is {}", fact.answers_in_words()),
                          ""};
    };
    if (end != end_of_cell || error == std::errc::invalid_argument)
        return refuse("not a whole number");
    if (error != std::errc{} || value < fact.least || value > fact.most)
        return refuse("out of range");
    return {Answer::given(value), "", "", ""};
}

CellResult refuse_listed(const Fact& fact, std::string_view cell) {
    std::vector<std::string> candidates = fact.choices;
    candidates.push_back("unknown");
    return {{},
            fmt::format("unknown answer for `{}`: {}", fact.id, quoted(cell)),
            fmt::format("answers are {}", fact.answers_in_words()),
            text::did_you_mean(cell, candidates)};
}

std::string codes_in_words(const AnswerCodes& codes) {
    return codes.codes().empty() ? "the map has no codes"
                                 : fmt::format("the codes of the map are {}", codes.in_words());
}

CellResult refuse_uncoded(const Fact& fact, const AnswerCodes& codes, std::string_view cell) {
    return {{},
            fmt::format("not among the codes of the map for `{}`: {}", fact.id, quoted(cell)),
            fmt::format("{}; whole answers are {}", codes_in_words(codes), fact.answers_in_words()),
            "correct the cell, or add it to the codes in the map"};
}

/// An integer that is no code. Its cell is not repeated, as in read_integer.
CellResult read_uncoded_integer(const Fact& fact, const AnswerCodes& codes, std::string_view cell) {
    CellResult read = read_integer(fact, cell);
    if (!read.problem.empty()) read.note += fmt::format("; {}", codes_in_words(codes));
    return read;
}

CellResult refuse_ambiguous(const Fact& fact, std::string_view cell) {
    const bool repeated = fact.type != FactType::integer;
    return {{},
            fmt::format("several codes of the map for `{}` differ from it in letter case alone",
                        fact.id) +
                (repeated ? ": " + quoted(cell) : ""),
            "such codes are told apart by their letter case",
            "write the cell as the map does, or add it to the codes in the map"};
}

}  // namespace

CellResult read_cell(const Fact& fact, std::string_view cell) {
    const std::string_view trimmed = text::trim(cell);
    if (trimmed.empty()) return {};
    // Most cells are written as the file writes them.
    if (const auto as_it_stands = fact.value_of(trimmed))
        return {Answer::given(*as_it_stands), "", "", ""};
    const std::string lower = text::to_lower(trimmed);
    if (lower == "unknown") return {Answer::unknown(), "", "", ""};
    if (fact.type == FactType::integer) return read_integer(fact, trimmed);
    const auto value = fact.value_of(usual_spelling(fact, lower));
    return value ? CellResult{Answer::given(*value), "", "", ""} : refuse_listed(fact, trimmed);
}

std::string how_to_answer(const Fact& fact) {
    return fact.type == FactType::integer
               ? "write such a number in digits, or `unknown` where nobody knows it"
               : "write one of them; what nobody knows is `unknown`";
}

CellResult read_coded_cell(const Fact& fact, const AnswerCodes& codes, std::string_view cell) {
    const std::string_view trimmed = text::trim(cell);
    const AnswerCodes::Found code = codes.find(trimmed);
    if (code.answer != nullptr) return {*code.answer, "", "", ""};
    if (code.ambiguous) return refuse_ambiguous(fact, trimmed);
    if (trimmed.empty()) return {};
    const std::string lower = text::to_lower(trimmed);
    if (lower == "unknown") return {Answer::unknown(), "", "", ""};
    if (fact.type == FactType::integer) return read_uncoded_integer(fact, codes, trimmed);
    const auto value = fact.value_of(lower);
    return value ? CellResult{Answer::given(*value), "", "", ""}
                 : refuse_uncoded(fact, codes, trimmed);
}

}  // namespace scr::criteria
