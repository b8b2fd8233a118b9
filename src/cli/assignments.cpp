#include "cli/assignments.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/context.hpp"
#include "scr/criteria/cell.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::cli {
namespace {

bool is_amendable_date(const std::string& name) {
    const auto& columns = criteria::date_columns();
    return name != "date_of_birth" && std::ranges::find(columns, name) != columns.end();
}

[[noreturn]] void refuse_name(const std::string& name, const criteria::Criteria& criteria,
                              Assignable assignable) {
    if (name == "date_of_birth") {
        throw Failure(FailureKind::usage, "`date_of_birth` is no fact", "",
                      "it is an identity, and identities are kept apart from the facts",
                      "give the age that follows from it");
    }
    std::vector<std::string> known;
    for (const auto& fact : criteria.facts) known.push_back(fact.id);
    if (assignable == Assignable::facts_and_dates) {
        std::ranges::copy_if(criteria::date_columns(), std::back_inserter(known),
                             is_amendable_date);
    }
    const auto meant = text::did_you_mean(name, known);
    throw Failure(FailureKind::usage, fmt::format("unknown fact `{}`", name), "",
                  fmt::format("facts of {} are {}", criteria.id, text::join(known, ", ")),
                  meant.empty() ? fmt::format("scr criteria show {}", criteria.id) : meant);
}

criteria::Answer read_answer(const criteria::Fact& fact, const std::string& value) {
    const auto cell = criteria::read_cell(fact, value);
    if (!cell.problem.empty()) {
        throw Failure(FailureKind::refused, cell.problem, "", cell.note,
                      cell.help.empty() ? criteria::how_to_answer(fact) : cell.help);
    }
    return cell.answer;
}

}  // namespace

Assignments read_assignments(const std::vector<std::string>& texts,
                             const criteria::Criteria& criteria, Assignable assignable,
                             const Context& context) {
    Assignments result;
    for (const auto& text : texts) {
        const auto equals = text.find('=');
        if (equals == std::string::npos) {
            throw Failure(FailureKind::usage, fmt::format("`{}` is no NAME=VALUE", text), "",
                          "a fact and its answer are joined by `=`, without spaces",
                          fmt::format("write {}=VALUE", text));
        }
        const std::string name = text.substr(0, equals);
        const std::string value = text.substr(equals + 1);
        bool is_new = true;
        if (const auto fact = criteria.fact_of(name)) {
            is_new =
                result.answers.emplace(*fact, read_answer(criteria.facts[*fact], value)).second;
        } else if (assignable == Assignable::facts_and_dates && is_amendable_date(name)) {
            const auto date =
                value.empty() ? std::nullopt : std::optional(context.date_option(name, value));
            is_new = result.dates.emplace(name, date).second;
        } else {
            refuse_name(name, criteria, assignable);
        }
        if (!is_new) {
            throw Failure(FailureKind::usage, fmt::format("`{}` is given twice", name), "", "",
                          "leave one of them out");
        }
    }
    return result;
}

}  // namespace scr::cli
