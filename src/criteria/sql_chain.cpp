#include "criteria/sql_chain.hpp"

#include <fmt/format.h>

#include <span>

namespace scr::criteria {
namespace {

std::string concatenated_part(std::span<const std::string> expressions) {
    if (expressions.size() == 1) return expressions.front();
    const std::size_t half = expressions.size() / 2;
    return fmt::format("({} || {})", concatenated_part(expressions.first(half)),
                       concatenated_part(expressions.subspan(half)));
}

}  // namespace

SqlChain::SqlChain(const SqlWords& words, std::string_view table)
    : words_(words), text_("WITH "), source_(fmt::format("{} AS n", table)) {}

void SqlChain::add(std::string_view name, const std::vector<SqlColumn>& columns) {
    text_ += fmt::format("{} AS (\n{}{}\n),\n", name, select(columns), words_.end_of_nested());
    source_ = name;
}

std::string SqlChain::finish(const std::vector<SqlColumn>& columns) {
    text_.resize(text_.size() - 2);  // the comma after the last of the list
    return fmt::format("{}\n{}\n", text_, select(columns));
}

std::string SqlChain::select(const std::vector<SqlColumn>& columns) const {
    std::string list;
    for (const SqlColumn& column : columns) {
        const bool computed = column.name != column.expression;
        if (!list.empty()) list += computed ? ",\n" : ", ";
        list += computed ? fmt::format("{} AS {}", column.expression, column.name) : column.name;
    }
    return fmt::format("SELECT\n{}\nFROM {}", list, source_);
}

std::string concatenated(const std::vector<std::string>& expressions) {
    return expressions.empty() ? "''" : concatenated_part(expressions);
}

}  // namespace scr::criteria
