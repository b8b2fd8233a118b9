#include <fmt/format.h>

#include "scr/criteria/explanation.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

std::string_view sign_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::equal: return "=";
        case Comparison::not_equal: return "!=";
        case Comparison::less: return "<";
        case Comparison::at_most: return "<=";
        case Comparison::greater: return ">";
        case Comparison::at_least: return ">=";
        case Comparison::among: return "in";
    }
    return "";
}

std::string compared(std::string_view name, Comparison comparison,
                     const std::vector<std::string>& values) {
    if (comparison != Comparison::among) {
        return fmt::format("{} {} {}", name, sign_of(comparison), values.front());
    }
    if (values.size() == 1) return fmt::format("{} = {}", name, values.front());
    return fmt::format("{} in ({})", name, text::join(values, ", "));
}

std::string fact_text(const Fact& fact, const Test& test) {
    std::vector<std::string> values;
    for (const auto value : test.values) values.push_back(fact.text_of(value));
    const bool integer = fact.type == FactType::integer;
    return compared(fact.id, integer ? test.comparison : Comparison::among, values);
}

std::string outcome_text(const Determination& determination, const Test& test) {
    std::vector<std::string> values;
    for (const auto value : test.values) {
        values.push_back(determination.outcomes[static_cast<std::size_t>(value)].id);
    }
    return compared(determination.id, Comparison::among, values);
}

/// Parentheses wherever operators meet: a reader need not know which binds tighter.
std::string operand_text(const Criteria& criteria, const Test& test) {
    const auto text = test_text(criteria, test);
    const bool joined = test.kind == Test::Kind::conjunction ||
                        test.kind == Test::Kind::disjunction ||
                        test.kind == Test::Kind::implication;
    return joined ? '(' + text + ')' : text;
}

std::string joined_text(const Criteria& criteria, const Test& test, std::string_view word) {
    std::vector<std::string> parts;
    for (const auto& operand : test.operands) parts.push_back(operand_text(criteria, operand));
    return text::join(parts, fmt::format(" {} ", word));
}

}  // namespace

std::string test_text(const Criteria& criteria, const Test& test) {
    switch (test.kind) {
        case Test::Kind::constant: return test.truth ? "true" : "false";
        case Test::Kind::fact: return fact_text(criteria.facts[test.index], test);
        case Test::Kind::condition: return criteria.conditions[test.index].id;
        case Test::Kind::outcome: return outcome_text(criteria.determinations[test.index], test);
        case Test::Kind::negation: return "not " + operand_text(criteria, test.operands.front());
        case Test::Kind::conjunction: return joined_text(criteria, test, "and");
        case Test::Kind::disjunction: return joined_text(criteria, test, "or");
        case Test::Kind::implication: return joined_text(criteria, test, "implies");
    }
    return "";
}

}  // namespace scr::criteria
