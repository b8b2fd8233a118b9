#include "scr/criteria/expression.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <string>

namespace scr::criteria {
namespace {

/// An expression as text with every grouping written out.
std::string print(const Expression& expression);

std::string print_operands(const Expression& expression, std::string_view word) {
    std::string text = "(";
    for (const Expression& operand : expression.operands)
        text +=
            fmt::format("{}{}", text.size() > 1 ? fmt::format(" {} ", word) : "", print(operand));
    return text + ")";
}

std::string print_comparison(const Expression& expression) {
    static const std::vector<std::string> signs{"=", "!=", "<", "<=", ">", ">="};
    if (expression.comparison != Comparison::among)
        return fmt::format("{} {} {}", expression.name,
                           signs.at(static_cast<std::size_t>(expression.comparison)),
                           expression.literals.at(0).name);
    std::vector<std::string> names;
    for (const Literal& literal : expression.literals) names.push_back(literal.name);
    return fmt::format("{} in ({})", expression.name, fmt::join(names, ", "));
}

std::string print(const Expression& expression) {
    switch (expression.op) {
        case Operator::compare: return print_comparison(expression);
        case Operator::truth: return expression.name;
        case Operator::negation: return fmt::format("(not {})", print(expression.operands.at(0)));
        case Operator::conjunction: return print_operands(expression, "and");
        case Operator::disjunction: return print_operands(expression, "or");
        case Operator::implication: return print_operands(expression, "implies");
    }
    return "";
}

Text text_of(std::string value) {
    Text text;
    text.value = std::move(value);
    return text;
}

std::string parsed(std::string text) {
    std::vector<Diagnostic> diagnostics;
    const auto expression = parse_expression(text_of(std::move(text)), diagnostics);
    REQUIRE(diagnostics.empty());
    return print(expression.value());
}

/// The only fault, as `begin-end message (help)`.
std::string fault(std::string text) {
    std::vector<Diagnostic> diagnostics;
    const auto expression = parse_expression(text_of(std::move(text)), diagnostics);
    CHECK_FALSE(expression.has_value());
    REQUIRE(diagnostics.size() == 1);
    const Diagnostic& found = diagnostics.front();
    return fmt::format("{}-{} {}{}", found.span.begin, found.span.end, found.message,
                       found.help.empty() ? "" : fmt::format(" ({})", found.help));
}

Literal any_literal() {
    const bool number = *rc::gen::arbitrary<bool>();
    Literal literal;
    literal.name = number ? std::to_string(*rc::gen::inRange(-100, 100)) : "word_1";
    if (number) literal.number = std::stoi(literal.name);
    return literal;
}

Expression any_expression(int depth) {
    Expression expression;
    expression.op = static_cast<Operator>(*rc::gen::inRange(0, depth > 0 ? 6 : 2));
    expression.name = *rc::gen::element<std::string>("a", "nothing", "order_of", "in_2");
    if (expression.op == Operator::compare) {
        expression.comparison = static_cast<Comparison>(*rc::gen::inRange(0, 7));
        const bool several = expression.comparison == Comparison::among;
        const int count = several ? *rc::gen::inRange(1, 4) : 1;
        for (int i = 0; i < count; ++i) expression.literals.push_back(any_literal());
    }
    if (expression.op == Operator::compare || expression.op == Operator::truth) return expression;
    const int operands = expression.op == Operator::negation      ? 1
                         : expression.op == Operator::implication ? 2
                                                                  : *rc::gen::inRange(2, 4);
    for (int i = 0; i < operands; ++i) expression.operands.push_back(any_expression(depth - 1));
    return expression;
}

}  // namespace

TEST_CASE("operators bind in the order of the grammar") {
    CHECK(parsed("a") == "a");
    CHECK(parsed("not a and b or c") == "(((not a) and b) or c)");
    CHECK(parsed("a or b and not c = d") == "(a or (b and (not c = d)))");
    CHECK(parsed("not (a or b) and c") == "((not (a or b)) and c)");
    CHECK(parsed("not not a") == "(not (not a))");
    CHECK(parsed("a and b and c") == "(a and b and c)");
    CHECK(parsed("a or b implies c and d") == "((a or b) implies (c and d))");
    CHECK(parsed("a implies b implies c") == "(a implies (b implies c))");
    CHECK(parsed("(a implies b) implies c") == "((a implies b) implies c)");
}

TEST_CASE("comparisons take words and whole numbers") {
    CHECK(parsed("age<18 and age>=-3") == "(age < 18 and age >= -3)");
    CHECK(parsed("setting in (custody,remand , 7)") == "setting in (custody, remand, 7)");
    CHECK(parsed("a!=b\n\tor c <= 4") == "(a != b or c <= 4)");
}

TEST_CASE("a syntax fault points at its cause") {
    CHECK(fault("") == "0-0 the expression is empty");
    CHECK(fault("a and") ==
          "5-5 the expression ends where a fact, a condition, `not` or `(` should follow");
    CHECK(fault("a b") == "2-3 unexpected `b`: expected `and`, `or` or the end");
    CHECK(fault("(a or b") == "0-1 `(` is never closed");
    CHECK(fault("a or b)") == "6-7 `)` closes nothing");
    CHECK(fault("a = ") == "4-4 the expression ends where an answer should follow");
    CHECK(fault("a = and") == "4-7 unexpected `and`: expected an answer");
    CHECK(fault("a in b") == "5-6 unexpected `b`: expected `(` after `in` (write `in (a, b)`)");
    CHECK(fault("a in (b c)") == "8-9 unexpected `c`: expected `,` or `)`");
    CHECK(fault("16 <= age") ==
          "0-2 a comparison cannot begin with `16` (write the fact on the left, such as `age >= 16 "
          "and age < 18`)");
    CHECK(fault("a not in (b)") ==
          "2-5 `not` stands before what it negates (write `not a ...`, or `a != ...`)");
}

TEST_CASE("signs of other languages are answered with those of this one") {
    CHECK(fault("a == b") == "2-4 `==` has no meaning here (write `=`)");
    CHECK(fault("a && b") == "2-4 `&&` has no meaning here (write `and`)");
    CHECK(fault("!a") == "0-1 `!` has no meaning here (write `not`)");
    CHECK(fault("a ≤ 3") == "2-5 `≤` has no meaning here (write `<=`)");
    CHECK(fault("a = 'b'") == "4-5 `'` has no meaning here (write the answer without quotes)");
    CHECK(fault("a AND b") == "2-5 `AND` is written in small letters (write `and`)");
    CHECK(fault("a + b") == "2-3 `+` has no meaning here");
    CHECK(fault("a < 99999999999999999999") == "4-24 number too large: `99999999999999999999`");
}

TEST_CASE("deep nesting is refused instead of exhausting the stack") {
    CHECK(parsed(std::string(90, '(') + "a" + std::string(90, ')')) == "a");
    std::string nots;
    for (int i = 0; i < 100'000; ++i) nots += "not ";
    CHECK(fault(std::string(100'000, '(')).find("nested more than 100") != std::string::npos);
    CHECK(fault(nots).find("nested more than 100") != std::string::npos);
}

TEST_CASE("spans cover what was written") {
    std::vector<Diagnostic> diagnostics;
    Text text = text_of("a and b in (c, dd)");
    text.begin = 100;
    const Expression expression = parse_expression(text, diagnostics).value();
    CHECK(expression.span.begin == 100);
    CHECK(expression.span.end == 118);
    const Expression& comparison = expression.operands.at(1);
    CHECK(comparison.name_span.begin == 106);
    CHECK(comparison.literals.at(1).span.begin == 115);
    CHECK(comparison.literals.at(1).span.end == 117);
    CHECK(comparison.span.end == 118);
}

TEST_CASE("what is printed is parsed as it was") {
    CHECK(rc::check([] {
        const Expression expression = any_expression(4);
        const std::string text = print(expression);
        std::vector<Diagnostic> diagnostics;
        const auto again = parse_expression(text_of(text), diagnostics);
        RC_ASSERT(diagnostics.empty());
        RC_ASSERT(print(again.value()) == text);
    }));
}

TEST_CASE("any text is parsed or refused with faults that lie within it") {
    CHECK(rc::check([](const std::string& bytes) {
        std::vector<Diagnostic> diagnostics;
        const auto expression = parse_expression(text_of(bytes), diagnostics);
        RC_ASSERT(expression.has_value() == diagnostics.empty());
        for (const Diagnostic& diagnostic : diagnostics)
            RC_ASSERT(diagnostic.span.end <= bytes.size());
    }));
}

}  // namespace scr::criteria
