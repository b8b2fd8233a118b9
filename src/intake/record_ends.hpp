#pragma once

#include <cstddef>
#include <string_view>

namespace scr::intake {

/// Follows CSV from quote to quote to tell which line ends end a record, as CsvSplitter does from
/// byte to byte: a quote opens only at the beginning of a field.
class RecordEnds {
 public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// `quoting`: false where quotes mean nothing and every line end ends a record (NDJSON).
    RecordEnds(char delimiter, bool quoting) : delimiter_(delimiter), quoting_(quoting) {}

    /// Goes on over `bytes`, which follow those of the call before. `first` and `last` are then the
    /// places behind the first and the last line end that ends a record, or `none`.
    void follow(std::string_view bytes);
    std::size_t first() const { return first_; }
    std::size_t last() const { return last_; }
    /// Whether what was followed stops within quotes.
    bool within_quotes() const { return state_ == State::quoted; }
    /// At the beginning of a record again.
    void reset() { state_ = State::field_start; }

 private:
    enum class State { field_start, plain, quoted, quote_seen };

    State state_behind(char outside) const;
    bool follow_regular(std::string_view bytes);
    void follow_quotes(std::string_view bytes);
    void note_ends(std::string_view outside, std::size_t offset);
    std::size_t follow_outside(std::string_view bytes, std::size_t at);
    std::size_t follow_quoted(std::string_view bytes, std::size_t at);
    bool opens(std::string_view bytes, std::size_t quote, std::size_t begin) const;

    char delimiter_;
    bool quoting_;
    State state_ = State::field_start;
    std::size_t first_ = none;
    std::size_t last_ = none;
};

}  // namespace scr::intake
