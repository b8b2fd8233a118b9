#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns.hpp"
#include "intake/columns_met.hpp"

namespace scr::intake {

/// The keys of the lines read so far, as they were written, with what they stand for. Lines of one
/// file mostly have the same keys in the same order, so the next key is sought from where the last
/// was found.
class JsonKeys {
 public:
    struct Key {
        std::string text;                ///< with the quote behind it
        const Column* column = nullptr;  ///< null: passed over
        std::size_t slot = 0;            ///< keys of one column share it
    };

    /// `pass_over`: a key that is no column is one that is passed over.
    JsonKeys(const Columns& columns, bool pass_over, ColumnsMet& met)
        : columns_(columns), pass_over_(pass_over), met_(met) {}

    /// A line begins: no key has been there.
    void begin_line();
    /// The key that is written from the beginning of `line` on, up to its quote; null where it is
    /// unknown, was there before in this line, has escapes, or there are too many.
    const Key* find(std::string_view line);

 private:
    static constexpr std::size_t most_keys = 200;

    const Key* learn(std::string_view written);
    const Key* once(std::size_t position);

    const Columns& columns_;
    bool pass_over_;
    ColumnsMet& met_;
    std::vector<Key> keys_;
    std::vector<std::uint64_t> last_line_;  ///< by slot: the line that had it last
    std::uint64_t line_ = 0;
    std::size_t next_ = 0;
};

}  // namespace scr::intake
