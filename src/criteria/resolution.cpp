#include "criteria/resolution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

Test test_of(Test::Kind kind, std::size_t index) {
    Test test;
    test.kind = kind;
    test.index = index;
    return test;
}

Test operation(Operator op) {
    Test test;
    switch (op) {
        case Operator::negation: test.kind = Test::Kind::negation; break;
        case Operator::conjunction: test.kind = Test::Kind::conjunction; break;
        case Operator::disjunction: test.kind = Test::Kind::disjunction; break;
        case Operator::implication: test.kind = Test::Kind::implication; break;
        case Operator::compare:
        case Operator::truth: break;
    }
    return test;
}

void sort_out(std::vector<std::int64_t>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// The positions below `count` that the comparison accepts, given those that it names.
std::vector<std::int64_t> accepted(const Expression& expression, std::vector<std::int64_t> named,
                                   std::size_t count) {
    sort_out(named);
    if (expression.comparison != Comparison::not_equal) return named;
    std::vector<std::int64_t> others;
    for (std::int64_t value = 0; value < static_cast<std::int64_t>(count); ++value) {
        if (!std::binary_search(named.begin(), named.end(), value)) others.push_back(value);
    }
    return others;
}

/// How a condition or a yes_no fact is compared with yes or no, put right.
std::string truth_help(const std::string& name) {
    return fmt::format("write `{0}` or `not {0}`", name);
}

}  // namespace

Resolver::Resolver(Draft& draft) : draft_(draft) {
    const auto add = [&](const auto& items, Test::Kind kind) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            names_.emplace(items[i].id, Name{kind, i});
            candidates_.push_back(items[i].id);
        }
    };
    add(draft.criteria.facts, Test::Kind::fact);
    add(draft.criteria.conditions, Test::Kind::condition);
    add(draft.criteria.determinations, Test::Kind::outcome);
}

Test Resolver::resolve(const Text& text, Scope scope) {
    scope_ = scope;
    const auto expression = parse_expression(text, draft_.faults.found());
    return expression ? node(*expression) : Test{};
}

Test Resolver::node(const Expression& expression) {
    if (expression.op == Operator::truth || expression.op == Operator::compare) {
        const auto name = names_.find(expression.name);
        return name == names_.end() ? unknown_name(expression) : named(expression, name->second);
    }
    if (expression.op == Operator::implication && scope_ != Scope::claim)
        draft_.faults.add(expression.name_span, "`implies` stands only in claims", "",
                          "write `not a or b` for `a implies b`");
    Test test = operation(expression.op);
    for (const Expression& operand : expression.operands) test.operands.push_back(node(operand));
    return test;
}

Test Resolver::unknown_name(const Expression& expression) {
    const std::string& name = expression.name;
    if (name == "yes" || name == "no" || name == "unknown" || name == "true" || name == "false") {
        draft_.faults.add(expression.name_span, fmt::format("`{}` is an answer, not a fact", name),
                          "an expression compares a fact with an answer");
        return {};
    }
    draft_.faults.add(expression.name_span, fmt::format("unknown fact `{}`", name), "",
                      draft_.faults.did_you_mean(name, candidates_));
    return {};
}

Test Resolver::named(const Expression& expression, const Name& name) {
    if (name.kind == Test::Kind::fact) return fact(expression, name.index);
    if (name.kind == Test::Kind::outcome) return outcome(expression, name.index);
    if (expression.op == Operator::compare)
        draft_.faults.add(expression.span,
                          fmt::format("`{}` is a condition and is not compared", expression.name),
                          "", truth_help(expression.name));
    return test_of(Test::Kind::condition, name.index);
}

Test Resolver::fact(const Expression& expression, std::size_t index) {
    if (draft_.broken_facts.contains(index)) return {};
    Test test = comparison(expression, index);
    test.span = expression.span;
    return test;
}

Test Resolver::comparison(const Expression& expression, std::size_t index) {
    if (expression.op == Operator::truth) return bare_fact(expression, index);
    if (draft_.criteria.facts[index].type == FactType::integer) return integer(expression, index);
    return choice(expression, index);
}

Test Resolver::bare_fact(const Expression& expression, std::size_t index) {
    const Fact& fact = draft_.criteria.facts[index];
    Test test = test_of(Test::Kind::fact, index);
    test.comparison = Comparison::among;
    test.values = {0};
    if (fact.type == FactType::yes_no) return test;
    const bool integer = fact.type == FactType::integer;
    draft_.faults.add(
        expression.span, fmt::format("`{}` is not answered by yes or no", fact.id),
        fmt::format("answers are {}", fact.answers_in_words()),
        integer ? fmt::format("compare it, such as `{} >= {}`", fact.id, fact.least)
                : fmt::format("compare it, such as `{} = {}`", fact.id, fact.choices.front()));
    return test;
}

Test Resolver::integer(const Expression& expression, std::size_t index) {
    const Fact& fact = draft_.criteria.facts[index];
    Test test = test_of(Test::Kind::fact, index);
    test.comparison = expression.comparison;
    for (const Literal& literal : expression.literals) {
        if (literal.number)
            test.values.push_back(*literal.number);
        else
            draft_.faults.add(
                literal.span, fmt::format("`{}` is no whole number", literal.name),
                fmt::format("the answer to `{}` is {}", fact.id, fact.answers_in_words()));
    }
    if (test.comparison == Comparison::among) sort_out(test.values);
    return test;
}

/// Whether the comparison asks for an order, which only whole numbers have.
bool Resolver::refuse_order(const Expression& expression) {
    const Comparison comparison = expression.comparison;
    if (comparison == Comparison::equal || comparison == Comparison::not_equal ||
        comparison == Comparison::among)
        return false;
    draft_.faults.add(expression.span,
                      fmt::format("`{}` has no order to compare by", expression.name),
                      "<, <=, > and >= compare whole numbers", "use `=`, `!=` or `in`");
    return true;
}

Test Resolver::choice(const Expression& expression, std::size_t index) {
    const Fact& fact = draft_.criteria.facts[index];
    Test test = test_of(Test::Kind::fact, index);
    test.comparison = Comparison::among;
    if (refuse_order(expression)) return test;
    const bool yes_no = fact.type == FactType::yes_no;
    for (const Literal& literal : expression.literals) {
        if (const auto value = fact.value_of(literal.name)) {
            test.values.push_back(*value);
        } else if (literal.name == "unknown") {
            draft_.faults.add(literal.span, "an expression cannot ask for `unknown`",
                              "open answers are worked out for every expression alike");
        } else {
            draft_.faults.add(literal.span,
                              fmt::format("unknown answer for `{}`: `{}`", fact.id, literal.name),
                              fmt::format("answers are {}", text::join(fact.choices, ", ")),
                              yes_no ? truth_help(fact.id)
                                     : draft_.faults.did_you_mean(literal.name, fact.choices));
        }
    }
    test.values = accepted(expression, std::move(test.values), fact.choices.size());
    return test;
}

Test Resolver::outcome(const Expression& expression, std::size_t index) {
    const Determination& determination = draft_.criteria.determinations[index];
    Test test = test_of(Test::Kind::outcome, index);
    if (scope_ == Scope::test) {
        draft_.faults.add(expression.name_span,
                          fmt::format("`{}` is a determination, not a fact", determination.id),
                          "only claims and deadlines may ask for an outcome");
        return test;
    }
    if (draft_.broken_determinations.contains(index)) return test;
    if (expression.op == Operator::truth) {
        draft_.faults.add(expression.span,
                          fmt::format("`{}` is not answered by yes or no", determination.id), "",
                          fmt::format("compare it, such as `{} = {}`", determination.id,
                                      determination.outcomes.front().id));
        return test;
    }
    if (refuse_order(expression)) return test;
    const std::vector<std::string> outcomes = ids_of(determination.outcomes);
    for (const Literal& literal : expression.literals) {
        if (const auto position = determination.outcome_of(literal.name))
            test.values.push_back(static_cast<std::int64_t>(*position));
        else
            draft_.faults.add(
                literal.span,
                fmt::format("unknown outcome of `{}`: `{}`", determination.id, literal.name),
                fmt::format("outcomes are {}", text::join(outcomes, ", ")),
                draft_.faults.did_you_mean(literal.name, outcomes));
    }
    test.values = accepted(expression, std::move(test.values), outcomes.size());
    return test;
}

}  // namespace scr::criteria
