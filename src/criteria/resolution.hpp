#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/draft.hpp"

namespace scr::criteria {

/// Where an expression stands, which decides what it may speak of.
enum class Scope {
    test,      ///< facts and conditions
    deadline,  ///< determinations too
    claim,     ///< determinations and `implies` too
};

/// Looks up the names of expressions. Made when all facts, conditions and determinations have their
/// places in the draft, which must outlive it.
class Resolver {
 public:
    explicit Resolver(Draft& draft);

    /// Parses and resolves; all faults go to the draft, and what is returned is then of no use.
    Test resolve(const Text& text, Scope scope);

 private:
    struct Name {
        Test::Kind kind;
        std::size_t index;
    };

    Test node(const Expression& expression);
    Test named(const Expression& expression, const Name& name);
    Test fact(const Expression& expression, std::size_t index);
    Test comparison(const Expression& expression, std::size_t index);
    Test bare_fact(const Expression& expression, std::size_t index);
    Test integer(const Expression& expression, std::size_t index);
    Test choice(const Expression& expression, std::size_t index);
    Test outcome(const Expression& expression, std::size_t index);
    Test unknown_name(const Expression& expression);
    bool refuse_order(const Expression& expression);

    Draft& draft_;
    Scope scope_ = Scope::test;
    std::map<std::string, Name, std::less<>> names_;
    std::vector<std::string> candidates_;
};

}  // namespace scr::criteria
