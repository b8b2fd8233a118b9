#include "criteria_toml/quoted_text.hpp"

#include <algorithm>
#include <charconv>

#include "scr/text/fold.hpp"

namespace scr::criteria_toml {
namespace {

constexpr std::size_t delimiter_of_several_lines = 3;
constexpr std::size_t most_closing_quotes = 5;  // two of them belong to the text

class QuotedReader {
 public:
    QuotedReader(std::string_view text, std::size_t begin)
        : text_(text), at_(begin), quote_(text[begin]) {
        const std::string delimiter(delimiter_of_several_lines, quote_);
        several_lines_ = text.substr(begin).starts_with(delimiter);
        at_ += several_lines_ ? delimiter.size() : 1;
    }

    QuotedText run() {
        if (several_lines_) at_ += line_break();
        while (at_ < text_.size() && !closed_here()) {
            if (text_[at_] == quote_)
                read_quotes();
            else if (text_[at_] == '\\' && quote_ == '"')
                read_escape();
            else if (const std::size_t size = line_break(); size == 0)
                read_byte();
            else if (several_lines_)
                read_line_break(size);
            else
                break;
        }
        read_.places.push_back(at_);
        read_.closed = at_ < text_.size() && text_[at_] == quote_;
        const std::size_t delimiter = several_lines_ ? delimiter_of_several_lines : 1;
        read_.end = at_ + (read_.closed ? delimiter : 0);
        return std::move(read_);
    }

 private:
    std::size_t quotes_here() const {
        std::size_t count = 0;
        while (count < most_closing_quotes && at_ + count < text_.size() &&
               text_[at_ + count] == quote_)
            ++count;
        return count;
    }

    /// Whether the closing delimiter begins here; quotes that belong to the text come before it.
    bool closed_here() const {
        const std::size_t quotes = quotes_here();
        return several_lines_ ? quotes == delimiter_of_several_lines : quotes > 0;
    }

    std::size_t line_break() const {
        const std::string_view rest = text_.substr(std::min(at_, text_.size()));
        if (rest.starts_with("\r\n")) return 2;
        return rest.starts_with('\n') ? 1 : 0;
    }

    void append(std::string_view bytes, std::size_t place) {
        for (const char byte : bytes) {
            read_.value += byte;
            read_.places.push_back(place);
        }
    }

    void read_byte() {
        const bool space = text_[at_] == ' ' || text_[at_] == '\t';
        if (!space) skipping_ = false;
        if (!skipping_) append(text_.substr(at_, 1), at_);
        ++at_;
    }

    /// Quotes of the text: one or two anywhere, or those beyond three at the end.
    void read_quotes() {
        const std::size_t quotes = quotes_here();
        const std::size_t own =
            quotes > delimiter_of_several_lines ? quotes - delimiter_of_several_lines : quotes;
        for (std::size_t i = 0; i < own; ++i) append(text_.substr(at_ + i, 1), at_ + i);
        at_ += own;
        skipping_ = false;
    }

    void read_line_break(std::size_t size) {
        if (!skipping_) append("\n", at_);
        at_ += size;
    }

    void read_escape() {
        const std::size_t begin = at_++;
        skipping_ = false;
        if (at_ == text_.size()) return;
        const char escaped = text_[at_];
        if (several_lines_ && std::string_view(" \t\r\n").find(escaped) != std::string_view::npos) {
            while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
            at_ += line_break();
            skipping_ = true;
            return;
        }
        if (escaped == '\n' || escaped == '\r') return;  // an unclosed line ends here
        ++at_;
        if (escaped == 'u' || escaped == 'U')
            read_scalar(escaped == 'u' ? 4 : 8, begin);
        else
            append(std::string(1, meaning(escaped)), begin);
    }

    static char meaning(char escaped) {
        switch (escaped) {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            default: return escaped;
        }
    }

    void read_scalar(std::size_t digits, std::size_t begin) {
        const std::string_view hexadecimal = text_.substr(at_, digits);
        std::uint32_t value = 0;
        const char* const last = hexadecimal.data() + hexadecimal.size();
        const auto [end, error] = std::from_chars(hexadecimal.data(), last, value, 16);
        if (error != std::errc{} || end != last || value > 0x10FFFF) return;
        std::string bytes;
        text::append_utf8(bytes, value);
        append(bytes, begin);
        at_ += hexadecimal.size();
    }

    std::string_view text_;
    std::size_t at_;
    char quote_;
    bool several_lines_ = false;
    bool skipping_ = false;  ///< after a line-ending backslash, until something stands on a line
    QuotedText read_;
};

}  // namespace

QuotedText read_quoted(std::string_view text, std::size_t begin) {
    return QuotedReader(text, begin).run();
}

std::optional<std::string_view> plain_content(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    const char ends[]{quote, '\n', '\\', '\0'};
    const std::size_t end = text.find_first_of(ends, begin + 1);
    if (end == std::string_view::npos || text[end] != quote) return std::nullopt;
    const bool may_open_several_lines = end == begin + 1;
    if (may_open_several_lines) return std::nullopt;
    return text.substr(begin + 1, end - begin - 1);
}

}  // namespace scr::criteria_toml
