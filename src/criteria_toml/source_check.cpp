#include "criteria_toml/source_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "criteria_toml/quoted_text.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/text/fold.hpp"
#include "scr/text/utf8.hpp"

namespace scr::criteria_toml {
namespace {

constexpr std::size_t most_dots = 8;  // toml++ nests a table for each, and recurses over them
constexpr std::array<std::string_view, 6> curly_quotes{"“", "”", "„", "‘", "’", "«"};
bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

/// Walks over the text outside strings and comments.
class SourceCheck {
 public:
    explicit SourceCheck(std::string_view text) : text_(text) {
        if (text.starts_with(text::byte_order_mark)) at_ = text::byte_order_mark.size();
    }

    std::vector<criteria::Diagnostic> run() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '#')
                at_ = std::min(text_.find('\n', at_), text_.size());
            else if ((c == '"' || c == '\'') && string_may_begin_)
                skip_string();
            else if (!is_ascii(c))
                refuse_character();
            else
                skip_character(c);
        }
        return std::move(found_);
    }

 private:
    void skip_character(char c) {
        if (c == '.')
            count_dot();
        else if (std::string_view("\n=,[]{}").find(c) != std::string_view::npos)
            dots_ = 0;
        if (c == '\n') line_refused_ = false;
        if (c != ' ' && c != '\t' && c != '\r')
            string_may_begin_ = std::string_view("\n=,[{.").find(c) != std::string_view::npos;
        ++at_;
    }

    void count_dot() {
        if (++dots_ == most_dots + 1)
            found_.push_back({{at_, at_ + 1},
                              "a name of too many parts",
                              fmt::format("at most {} dots are allowed in one", most_dots),
                              ""});
    }

    void skip_string() {
        string_may_begin_ = false;
        if (const auto content = plain_content(text_, at_)) {
            at_ += content->size() + 2;
            return;
        }
        const QuotedText string = read_quoted(text_, at_);
        if (!string.closed) {
            const std::string_view mark = text_.substr(at_, 3);
            const bool several_lines = mark == "\"\"\"" || mark == "'''";
            const std::string_view quote = mark.substr(0, several_lines ? 3 : 1);
            found_.push_back({{at_, at_ + quote.size()},
                              "a text in quotes is never closed",
                              "",
                              fmt::format("close it with `{}`", quote)});
        }
        at_ = std::max(string.end, at_ + 1);
    }

    /// One message a line: a curly quote seldom comes alone.
    void refuse_character() {
        const std::string_view point = text_.substr(at_, text::code_point_at(text_, at_).size);
        const bool curly =
            std::find(curly_quotes.begin(), curly_quotes.end(), point) != curly_quotes.end();
        if (!line_refused_)
            found_.push_back({{at_, at_ + point.size()},
                              fmt::format("`{}` stands outside quotes", text::visible(point)),
                              "outside quotes and comments only ASCII is allowed",
                              curly ? "write straight quotes: `\"`" : ""});
        line_refused_ = true;
        string_may_begin_ = false;
        at_ += point.size();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t dots_ = 0;
    bool string_may_begin_ = true;
    bool line_refused_ = false;
    std::vector<criteria::Diagnostic> found_;
};

}  // namespace

std::vector<criteria::Diagnostic> check_source(std::string_view text) {
    if (text.size() > largest_file)
        return {{{}, "the file is larger than 1 MB", "a criteria file is text of some pages", ""}};
    if (const auto invalid = text::first_invalid_utf8(text))
        return {{{*invalid, *invalid + 1},
                 "the file is not valid UTF-8",
                 "",
                 "save it again with the encoding UTF-8"}};
    return SourceCheck(text).run();
}

}  // namespace scr::criteria_toml
