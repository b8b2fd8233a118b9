#include "criteria/sql_cells.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/sql_case.hpp"

namespace scr::criteria {
namespace {

constexpr std::string_view no_number = "'x'";
constexpr std::string_view too_long = "'y'";

bool is_integer(const Fact& fact) {
    return fact.type == FactType::integer;
}

std::int64_t magnitude(std::int64_t value) {
    return value < 0 ? -value : value;
}

std::string word_column(std::size_t fact) {
    return fmt::format("_w{}", fact);
}

std::string digits_column(std::size_t fact) {
    return fmt::format("_d{}", fact);
}

/// How many digits the range of an integer fact needs.
std::size_t width(const Fact& fact) {
    return fmt::format("{}", std::max(magnitude(fact.least), magnitude(fact.most))).size();
}

/// A number as text that sorts: its sign as a letter, its digits with zeros in front. Converting
/// text to numbers is where databases differ and fail.
std::string sortable(const Fact& fact, std::int64_t value) {
    return fmt::format("'{}{:0{}}'", value < 0 ? 'n' : 'p', magnitude(value), width(fact));
}

/// Edges that no node has, for cells that cannot be read.
std::size_t unreadable_edge(const Levels& levels, std::size_t level) {
    return levels.edge_count(level);
}
std::size_t out_of_range_edge(const Levels& levels, std::size_t level) {
    return levels.edge_count(level) + 1;
}

}  // namespace

std::string SqlCells::edge_column(std::size_t level) {
    return fmt::format("_a{}", level);
}

std::string SqlCells::cell(std::size_t fact) const {
    return is_integer(criteria_.facts[fact]) ? fmt::format("_n{}", fact) : word_column(fact);
}

bool SqlCells::has_integers() const {
    return std::any_of(criteria_.facts.begin(), criteria_.facts.end(), is_integer);
}

void SqlCells::add_to(SqlChain& chain) const {
    chain.add("_words", words());
    if (has_integers()) {
        chain.add("_digits", digits());
        chain.add("_numbers", numbers());
    }
    chain.add("_edges", edges());
    std::vector<SqlColumn> checked{SqlColumn::as_it_is(ref_column), {problem(), problem_column}};
    for (std::size_t level = 0; level < levels_.count(); ++level)
        checked.push_back(SqlColumn::as_it_is(edge_column(level)));
    chain.add("_checked", checked);
}

std::vector<SqlColumn> SqlCells::words() const {
    const auto read = [this](std::string_view name) {
        const std::string column = "n." + words_.name(name);
        return words_.trimmed(fmt::format("coalesce({}, '')", words_.as_text(column)));
    };
    std::vector<SqlColumn> columns{{read("ref"), ref_column}};
    for (std::size_t fact = 0; fact < criteria_.facts.size(); ++fact)
        columns.push_back({words_.lower(read(criteria_.facts[fact].id)), word_column(fact)});
    return columns;
}

/// Integers without their minus.
std::vector<SqlColumn> SqlCells::digits() const {
    std::vector<SqlColumn> columns{SqlColumn::as_it_is(ref_column)};
    for (std::size_t fact = 0; fact < criteria_.facts.size(); ++fact) {
        const std::string word = word_column(fact);
        columns.push_back(SqlColumn::as_it_is(word));
        if (!is_integer(criteria_.facts[fact])) continue;
        columns.push_back(
            {fmt::format("CASE WHEN substr({0}, 1, 1) = '-' THEN substr({0}, 2) ELSE {0} END",
                         word),
             digits_column(fact)});
    }
    return columns;
}

std::vector<SqlColumn> SqlCells::numbers() const {
    std::vector<SqlColumn> columns{SqlColumn::as_it_is(ref_column)};
    for (std::size_t fact = 0; fact < criteria_.facts.size(); ++fact) {
        columns.push_back(is_integer(criteria_.facts[fact]) ? SqlColumn{number(fact), cell(fact)}
                                                            : SqlColumn::as_it_is(cell(fact)));
    }
    return columns;
}

/// An integer's cell as sortable(); what is blank or unknown stays as it is.
std::string SqlCells::number(std::size_t fact) const {
    const std::string word = word_column(fact);
    const std::string digits = digits_column(fact);
    const std::string significant = words_.without_leading("0", digits);
    const std::size_t places = width(criteria_.facts[fact]);
    const std::string zeros(places, '0');
    return fmt::format(
        "CASE WHEN {word} IN ('', 'unknown') THEN {word} "
        "WHEN {digits} = '' OR {rest} <> '' THEN {no_number} "
        "WHEN length({significant}) > {places} THEN {too_long} "
        "WHEN {significant} = '' THEN 'p{zeros}' "
        "ELSE CASE WHEN {word} = {digits} THEN 'p' ELSE 'n' END || "
        "substr('{zeros}' || {significant}, length({significant}) + 1) END",
        fmt::arg("word", word), fmt::arg("digits", digits),
        fmt::arg("rest", words_.without_outer("0123456789", digits)),
        fmt::arg("no_number", no_number), fmt::arg("too_long", too_long),
        fmt::arg("significant", significant), fmt::arg("places", places), fmt::arg("zeros", zeros));
}

std::vector<SqlColumn> SqlCells::edges() const {
    std::vector<SqlColumn> columns{SqlColumn::as_it_is(ref_column)};
    for (std::size_t level = 0; level < levels_.count(); ++level)
        columns.push_back({edge(level), edge_column(level)});
    return columns;
}

std::string SqlCells::edge(std::size_t level) const {
    const std::size_t fact = levels_.fact(level);
    const std::string own = edge_of_cell(fact, level, own_silence(level));
    const auto partner = criteria_.facts[fact].if_blank_same_as;
    if (!partner) return own;
    return fmt::format("CASE WHEN {} = '' THEN {} ELSE {} END", cell(fact),
                       edge_of_cell(*partner, level, shared_silence(level)), own);
}

SqlCells::Silence SqlCells::own_silence(std::size_t level) const {
    const Fact& fact = criteria_.facts[levels_.fact(level)];
    const AnswerClasses& classes = levels_.classes(level);
    const std::size_t open = levels_.open_edge(level);
    return {fact.if_blank ? classes.class_of(*fact.if_blank) : open,
            fact.if_unknown ? classes.class_of(*fact.if_unknown) : open};
}

/// Of a blank fact that has its partner's answer, by what the partner's cell says: the answer that
/// the partner took, as this fact's classes see it, or the same unknown.
SqlCells::Silence SqlCells::shared_silence(std::size_t level) const {
    const Fact& partner = criteria_.facts[*criteria_.facts[levels_.fact(level)].if_blank_same_as];
    const AnswerClasses& classes = levels_.classes(level);
    const std::size_t tied = levels_.tied_edge(level);
    return {partner.if_blank ? classes.class_of(*partner.if_blank) : tied,
            partner.if_unknown ? classes.class_of(*partner.if_unknown) : tied};
}

/// The edge at `level` for the cell of `cell_fact`, which has the same answers.
std::string SqlCells::edge_of_cell(std::size_t cell_fact, std::size_t level,
                                   const Silence& silence) const {
    if (is_integer(criteria_.facts[cell_fact]))
        return edge_of_integer(cell(cell_fact), level, silence);
    SqlChoices choices{{"''", fmt::format("{}", silence.blank)},
                       {"'unknown'", fmt::format("{}", silence.unknown)}};
    for (auto& answer : answers(level)) choices.push_back(std::move(answer));
    return case_of(cell(cell_fact), choices, fmt::format("{}", unreadable_edge(levels_, level)));
}

/// Every accepted word of a fact with listed answers.
SqlChoices SqlCells::answers(std::size_t level) const {
    const Fact& fact = criteria_.facts[levels_.fact(level)];
    SqlChoices choices;
    const auto add = [&](std::string_view word, std::size_t answer) {
        const auto edge = levels_.classes(level).class_of(static_cast<std::int64_t>(answer));
        choices.emplace_back(words_.literal(word), fmt::format("{}", edge));
    };
    for (std::size_t i = 0; i < fact.choices.size(); ++i) add(fact.choices[i], i);
    if (fact.type != FactType::yes_no) return choices;
    for (const char* yes : {"true", "y", "1"}) add(yes, 0);
    for (const char* no : {"false", "n", "0"}) add(no, 1);
    return choices;
}

std::string SqlCells::edge_of_integer(const std::string& cell, std::size_t level,
                                      const Silence& silence) const {
    const Fact& fact = criteria_.facts[levels_.fact(level)];
    const AnswerClasses& classes = levels_.classes(level);
    std::string text = fmt::format(
        "CASE WHEN {0} = '' THEN {1} WHEN {0} = 'unknown' THEN {2} "
        "WHEN {0} = {3} THEN {4}",
        cell, silence.blank, silence.unknown, no_number, unreadable_edge(levels_, level));
    const auto add = [&](std::int64_t first, std::int64_t last) {
        // The digits of negative numbers fall while the numbers rise.
        const auto& [low, high] = first < 0 ? std::pair{last, first} : std::pair{first, last};
        text += fmt::format(" WHEN {} BETWEEN {} AND {} THEN {}", cell, sortable(fact, low),
                            sortable(fact, high), classes.class_of(first));
    };
    const auto& starts = classes.starts();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::int64_t last = i + 1 < starts.size() ? starts[i + 1] - 1 : fact.most;
        if (starts[i] < 0) add(starts[i], std::min<std::int64_t>(last, -1));
        if (last >= 0) add(std::max<std::int64_t>(starts[i], 0), last);
    }
    return text + fmt::format(" ELSE {} END", out_of_range_edge(levels_, level));
}

/// The first cell, in file order, that could not be read, and what is wrong with it. What was
/// written is not repeated.
std::string SqlCells::problem() const {
    std::string text = "CASE";
    const auto add = [&](std::size_t fact, std::size_t edge, std::string_view what) {
        text += fmt::format(" WHEN {} = {} THEN {}", edge_column(levels_.level(fact)), edge,
                            words_.literal(fmt::format("{} `{}`", what, criteria_.facts[fact].id)));
    };
    for (std::size_t fact = 0; fact < criteria_.facts.size(); ++fact) {
        const std::size_t level = levels_.level(fact);
        const bool integer = is_integer(criteria_.facts[fact]);
        add(fact, unreadable_edge(levels_, level),
            integer ? "not a whole number:" : "unknown answer for");
        if (integer) add(fact, out_of_range_edge(levels_, level), "out of range:");
    }
    return text + " ELSE '' END";
}

}  // namespace scr::criteria
