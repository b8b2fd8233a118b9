#include "scr/criteria/expression.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "criteria/lexer.hpp"
#include "criteria/words.hpp"

namespace scr::criteria {
namespace {

/// Nobody reads deeper, and the stack of every walk over the tree stays small.
constexpr int deepest_nesting = 100;

constexpr std::array<std::pair<std::string_view, Comparison>, 6> comparisons{{
    {"=", Comparison::equal},
    {"!=", Comparison::not_equal},
    {"<", Comparison::less},
    {"<=", Comparison::at_most},
    {">", Comparison::greater},
    {">=", Comparison::at_least},
}};

/// Leaves the parser at the first fault; a guess at what follows would only add noise.
struct SyntaxFault {
    Diagnostic diagnostic;
};

bool is_name(const Token& token) {
    return token.kind == Token::Kind::word && !is_operator_word(token.text);
}

/// Recursive descent; one function a line of the grammar in the header.
class Parser {
 public:
    explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    Expression whole() {
        if (here().kind == Token::Kind::end) refuse(here(), "the expression is empty");
        Expression expression = implication();
        if (here().is(")")) refuse(here(), "`)` closes nothing");
        if (here().kind != Token::Kind::end) refuse_unexpected("`and`, `or` or the end");
        return expression;
    }

 private:
    Expression implication() {
        const Nesting nesting(*this);
        Expression left = chain(Operator::disjunction);
        if (!here().is("implies")) return left;
        const Span word = take().span;
        std::vector<Expression> operands{std::move(left)};
        operands.push_back(implication());
        const Span span{operands.front().span.begin, operands.back().span.end};
        return joined(Operator::implication, std::move(operands), span, word);
    }

    Expression chain(Operator op) {
        const std::string_view word = op == Operator::disjunction ? "or" : "and";
        const auto operand = [&] {
            return op == Operator::disjunction ? chain(Operator::conjunction) : factor();
        };
        std::vector<Expression> operands{operand()};
        if (!here().is(word)) return std::move(operands.front());
        const Span word_span = here().span;
        while (here().is(word)) {
            take();
            operands.push_back(operand());
        }
        const Span span{operands.front().span.begin, operands.back().span.end};
        return joined(op, std::move(operands), span, word_span);
    }

    Expression factor() {
        if (here().is("not")) return negation();
        if (here().is("(")) return parenthesis();
        return comparison();
    }

    Expression negation() {
        const Nesting nesting(*this);
        const Span word = take().span;
        std::vector<Expression> operands{factor()};
        const Span span{word.begin, operands.front().span.end};
        return joined(Operator::negation, std::move(operands), span, word);
    }

    Expression parenthesis() {
        const Token opening = take();
        Expression inner = implication();
        if (here().kind == Token::Kind::end) refuse(opening, "`(` is never closed");
        if (!here().is(")")) refuse_unexpected("`)`");
        inner.span = {opening.span.begin, take().span.end};
        return inner;
    }

    Expression comparison() {
        if (here().kind == Token::Kind::number)
            refuse(here(), fmt::format("a comparison cannot begin with `{}`", here().text),
                   "write the fact on the left, such as `age >= 16 and age < 18`");
        if (!is_name(here())) refuse_unexpected("a fact, a condition, `not` or `(`");
        Expression expression;
        expression.op = Operator::truth;
        expression.name = here().text;
        expression.span = expression.name_span = take().span;
        read_right_side(expression);
        return expression;
    }

    void read_right_side(Expression& expression) {
        if (here().is("not"))
            refuse(here(), "`not` stands before what it negates",
                   fmt::format("write `not {0} ...`, or `{0} != ...`", expression.name));
        if (here().is("in")) {
            take();
            read_list(expression);
            return;
        }
        for (const auto& [sign, meaning] : comparisons) {
            if (!here().is(sign)) continue;
            take();
            expression.op = Operator::compare;
            expression.comparison = meaning;
            expression.literals.push_back(literal());
            expression.span.end = expression.literals.back().span.end;
            return;
        }
    }

    void read_list(Expression& expression) {
        expression.op = Operator::compare;
        expression.comparison = Comparison::among;
        if (!here().is("(")) refuse_unexpected("`(` after `in`", "write `in (a, b)`");
        do {
            take();
            expression.literals.push_back(literal());
        } while (here().is(","));
        if (!here().is(")")) refuse_unexpected("`,` or `)`");
        expression.span.end = take().span.end;
    }

    Literal literal() {
        const Token& token = here();
        if (token.kind != Token::Kind::number && !is_name(token)) refuse_unexpected("an answer");
        take();
        const bool numeric = token.kind == Token::Kind::number;
        return {std::string(token.text), numeric ? std::optional(token.number) : std::nullopt,
                token.span};
    }

    static Expression joined(Operator op, std::vector<Expression> operands, Span span, Span word) {
        Expression expression;
        expression.op = op;
        expression.operands = std::move(operands);
        expression.span = span;
        expression.name_span = word;
        return expression;
    }

    const Token& here() const { return tokens_[next_]; }

    const Token& take() { return tokens_[next_++]; }

    [[noreturn]] static void refuse(const Token& token, std::string message,
                                    std::string help = "") {
        throw SyntaxFault{{token.span, std::move(message), "", std::move(help)}};
    }

    [[noreturn]] void refuse_unexpected(std::string_view expected, std::string help = "") const {
        if (here().kind == Token::Kind::end)
            refuse(here(), fmt::format("the expression ends where {} should follow", expected),
                   std::move(help));
        refuse(here(), fmt::format("unexpected `{}`: expected {}", here().text, expected),
               std::move(help));
    }

    /// Counts how deep the parser is while it lives.
    class Nesting {
     public:
        explicit Nesting(Parser& parser) : parser_(parser) {
            if (++parser_.depth_ > deepest_nesting)
                refuse(parser_.here(),
                       fmt::format("nested more than {} levels deep", deepest_nesting),
                       "name a part of it with `[condition.NAME]`");
        }
        ~Nesting() { --parser_.depth_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

     private:
        Parser& parser_;
    };

    std::vector<Token> tokens_;
    std::size_t next_ = 0;
    int depth_ = 0;
};

}  // namespace

std::optional<Expression> parse_expression(const Text& text, std::vector<Diagnostic>& diagnostics) {
    auto tokens = tokens_of(text, diagnostics);
    if (!tokens) return std::nullopt;
    try {
        return Parser(std::move(*tokens)).whole();
    } catch (SyntaxFault& fault) {
        diagnostics.push_back(std::move(fault.diagnostic));
        return std::nullopt;
    }
}

}  // namespace scr::criteria
