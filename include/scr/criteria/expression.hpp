#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scr/criteria/diagnostic.hpp"
#include "scr/criteria/document.hpp"

namespace scr::criteria {

/// The operators of the language, tightest first: comparison, not, and, or, implies.
enum class Operator { compare, truth, negation, conjunction, disjunction, implication };

enum class Comparison { equal, not_equal, less, at_most, greater, at_least, among };

/// A literal of a comparison as it was written: an answer's, an outcome's name, or a number.
struct Literal {
    std::string name;  ///< as written, also for a number
    std::optional<std::int64_t> number;
    Span span;
};

/// An expression as it was written: names are not yet looked up.
///
///     expression  = or-term { "implies" expression }          (grouped to the right; claims only)
///     or-term     = and-term { "or" and-term }
///     and-term    = factor { "and" factor }
///     factor      = "not" factor | "(" expression ")" | comparison
///     comparison  = name [ operator literal | "in" "(" literal { "," literal } ")" ]
struct Expression {
    Operator op = Operator::truth;
    std::string name;               ///< compare, truth: what stands on the left
    Comparison comparison{};        ///< compare
    std::vector<Literal> literals;  ///< compare: one, or those of `in`
    std::vector<Expression> operands;
    Span span;       ///< the whole
    Span name_span;  ///< compare, truth: the name; otherwise the operator's word
};

/// Parses `text`. Faults are added to `diagnostics`; nothing is returned where there was one.
std::optional<Expression> parse_expression(const Text& text, std::vector<Diagnostic>& diagnostics);

}  // namespace scr::criteria
