#include "criteria/sql_dialect.hpp"

#include <fmt/format.h>

namespace scr::criteria {
namespace {

constexpr std::string_view upper_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view lower_letters = "abcdefghijklmnopqrstuvwxyz";

}  // namespace

std::string SqlWords::literal(std::string_view text) const {
    const bool backslash_escapes =
        dialect_ == SqlDialect::clickhouse || dialect_ == SqlDialect::spark;
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted += backslash_escapes ? '\\' : '\'';
        if (c == '\\' && backslash_escapes) quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

std::string SqlWords::name(std::string_view id) const {
    const char quote = dialect_ == SqlDialect::spark ? '`' : '"';
    return fmt::format("{}{}{}", quote, id, quote);
}

std::string SqlWords::as_text(const std::string& expression) const {
    switch (dialect_) {
        case SqlDialect::sqlite:
        case SqlDialect::postgresql: return fmt::format("CAST({} AS text)", expression);
        case SqlDialect::duckdb: return fmt::format("CAST({} AS varchar)", expression);
        case SqlDialect::clickhouse: return fmt::format("toString({})", expression);
        case SqlDialect::spark: break;
    }
    return fmt::format("CAST({} AS string)", expression);
}

std::string SqlWords::trim(std::string_view side, const std::string& characters,
                           const std::string& expression) const {
    if (dialect_ != SqlDialect::sqlite)
        return fmt::format("trim({} {} FROM {})", side, characters, expression);
    return fmt::format("{}({}, {})", side == "BOTH" ? "trim" : "ltrim", expression, characters);
}

std::string SqlWords::trimmed(const std::string& expression) const {
    switch (dialect_) {
        case SqlDialect::sqlite: return trim("BOTH", "char(32, 9, 13, 10)", expression);
        case SqlDialect::clickhouse: return trim("BOTH", R"(' \t\r\n')", expression);
        case SqlDialect::spark:
            return trim("BOTH", "concat(' ', char(9), char(13), char(10))", expression);
        default: return trim("BOTH", "(' ' || chr(9) || chr(13) || chr(10))", expression);
    }
}

std::string SqlWords::lower(const std::string& expression) const {
    if (dialect_ == SqlDialect::sqlite || dialect_ == SqlDialect::clickhouse)
        return fmt::format("lower({})", expression);
    // Bytes are compared as bytes, whatever the collation of the table.
    const std::string_view bytes = dialect_ == SqlDialect::postgresql ? R"( COLLATE "C")" : "";
    return fmt::format("translate({}, '{}', '{}'){}", expression, upper_letters, lower_letters,
                       bytes);
}

std::string SqlWords::without_leading(std::string_view characters,
                                      const std::string& expression) const {
    return trim("LEADING", literal(characters), expression);
}

std::string SqlWords::without_outer(std::string_view characters,
                                    const std::string& expression) const {
    return trim("BOTH", literal(characters), expression);
}

std::string_view SqlWords::end_of_nested() const {
    switch (dialect_) {
        case SqlDialect::sqlite: return "\nLIMIT -1 OFFSET 0";
        case SqlDialect::postgresql: return "\nOFFSET 0";
        default: return "";
    }
}

const std::vector<std::string>& sql_dialect_names() {
    static const std::vector<std::string> names{"sqlite", "postgresql", "duckdb", "clickhouse",
                                                "spark"};
    return names;
}

std::optional<SqlDialect> sql_dialect_of(std::string_view name) {
    const auto& names = sql_dialect_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<SqlDialect>(i);
    }
    return std::nullopt;
}

bool is_table_name(std::string_view text) {
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    bool begins = true;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (begins ? !letter(c) : !letter(c) && !digit && c != '.') return false;
        begins = c == '.';
    }
    return !begins;
}

}  // namespace scr::criteria
