#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scr/criteria/diagnostic.hpp"
#include "scr/criteria/document.hpp"

namespace scr::criteria {

/// A word, number or sign of an expression. Views into the text that was read.
struct Token {
    enum class Kind { word, number, sign, end };

    Kind kind = Kind::end;
    std::string_view text;
    std::int64_t number = 0;
    Span span;

    bool is(std::string_view wanted) const { return kind != Kind::end && text == wanted; }
};

/// The tokens of an expression, the last of kind `end`; nothing where a character fits none, which
/// is added to `diagnostics`. The text must outlive the tokens.
std::optional<std::vector<Token>> tokens_of(const Text& text, std::vector<Diagnostic>& diagnostics);

}  // namespace scr::criteria
