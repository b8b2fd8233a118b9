#include "criteria/lexer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "criteria/words.hpp"
#include "scr/text/fold.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

/// Far beyond any count or age, and far from where sums of integers overflow.
constexpr std::int64_t largest_number = 1'000'000'000'000;

/// Longer signs first, so that `<=` is not read as `<`.
constexpr std::array<std::string_view, 9> signs{"!=", "<=", ">=", "=", "<", ">", "(", ")", ","};

/// What other languages write, and what it is here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> foreign_signs{{
    {"==", "write `=`"},
    {"<>", "write `!=`"},
    {"=<", "write `<=`"},
    {"=>", "write `>=`, or `implies` in a claim"},
    {"&&", "write `and`"},
    {"&", "write `and`"},
    {"||", "write `or`"},
    {"|", "write `or`"},
    {"≤", "write `<=`"},
    {"≥", "write `>=`"},
    {"≠", "write `!=`"},
    {"\"", "write the answer without quotes"},
    {"'", "write the answer without quotes"},
    {"!", "write `not`"},
}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Capital letters and hyphens are taken into a word so that the message can name the whole of it.
bool is_word_character(char c) {
    return is_digit(c) || c == '_' || c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Lexer {
 public:
    Lexer(const Text& text, std::vector<Diagnostic>& diagnostics)
        : text_(text), rest_(text.value), diagnostics_(diagnostics) {}

    std::optional<std::vector<Token>> run() {
        while (skip_spaces()) {
            if (!read_foreign_sign() && !read_sign() && !read_word()) refuse_character();
            if (refused_) return std::nullopt;
        }
        add(Token::Kind::end, 0);
        return std::move(tokens_);
    }

 private:
    bool skip_spaces() {
        const std::size_t next = std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size());
        rest_.remove_prefix(next);
        return !rest_.empty();
    }

    Span span(std::size_t length) const {
        const std::size_t from = text_.value.size() - rest_.size();
        return text_.span(from, from + length);
    }

    void add(Token::Kind kind, std::size_t length, std::int64_t number = 0) {
        tokens_.push_back({kind, rest_.substr(0, length), number, span(length)});
        rest_.remove_prefix(length);
    }

    void refuse(std::size_t length, std::string message, std::string help = "") {
        diagnostics_.push_back({span(length), std::move(message), "", std::move(help)});
        refused_ = true;
    }

    bool read_foreign_sign() {
        for (const auto& [sign, help] : foreign_signs) {
            if (!rest_.starts_with(sign) || rest_.starts_with("!=")) continue;
            refuse(sign.size(), fmt::format("`{}` has no meaning here", sign), std::string(help));
            return true;
        }
        return false;
    }

    bool read_sign() {
        for (const std::string_view sign : signs) {
            if (!rest_.starts_with(sign)) continue;
            add(Token::Kind::sign, sign.size());
            return true;
        }
        return false;
    }

    bool read_word() {
        const bool negative = rest_.size() > 1 && rest_[0] == '-' && is_digit(rest_[1]);
        if (!is_word_character(rest_[0]) || (rest_[0] == '-' && !negative)) return false;
        const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_word_character);
        const std::string_view word =
            rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
        const std::string_view digits = word.substr(negative ? 1 : 0);
        if (std::all_of(digits.begin(), digits.end(), is_digit))
            read_number(word);
        else
            read_name(word);
        return true;
    }

    void read_number(std::string_view word) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        const bool fits =
            error == std::errc{} && number <= largest_number && number >= -largest_number;
        if (fits)
            add(Token::Kind::number, word.size(), number);
        else
            refuse(word.size(), fmt::format("number too large: `{}`", word));
    }

    void read_name(std::string_view word) {
        const std::string lower = text::to_lower(word);
        if (lower != word && is_operator_word(lower))
            refuse(word.size(), fmt::format("`{}` is written in small letters", word),
                   fmt::format("write `{}`", lower));
        else
            add(Token::Kind::word, word.size());
    }

    void refuse_character() {
        const std::size_t size = text::code_point_at(rest_, 0).size;
        refuse(size, fmt::format("`{}` has no meaning here", rest_.substr(0, size)));
    }

    const Text& text_;
    std::string_view rest_;
    std::vector<Diagnostic>& diagnostics_;
    std::vector<Token> tokens_;
    bool refused_ = false;
};

}  // namespace

std::optional<std::vector<Token>> tokens_of(const Text& text,
                                            std::vector<Diagnostic>& diagnostics) {
    return Lexer(text, diagnostics).run();
}

}  // namespace scr::criteria
