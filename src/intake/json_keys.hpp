#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns.hpp"
#include "intake/columns_met.hpp"

namespace scr::intake {

/// The keys of the lines read so far, as they were written up to their values (`age": `), with what
/// they stand for. Lines of one file mostly have the same keys in the same order, so the next key
/// is sought from where the last was found.
class JsonKeys {
 public:
    class Key {
     public:
        Key(std::string_view written, const Column*, std::size_t position, std::size_t slot);

        /// Whether it is written from `at` on. `compared` bytes must be readable, and a NUL byte
        /// must follow somewhere.
        bool begins(const char* at) const {
            std::uint64_t differing = 0;
            for (std::size_t i = 0; i < words; ++i) {
                std::uint64_t word = 0;
                std::memcpy(&word, at + 8 * i, 8);
                differing |= (word ^ words_[i]) & masks_[i];
            }
            return differing == 0 &&
                   (rest_.empty() || std::strncmp(at + compared, rest_.c_str(), rest_.size()) == 0);
        }
        std::size_t size() const { return size_; }        ///< with the closing quote
        const Column* column() const { return column_; }  ///< null: passed over
        /// Of the column; the number of columns for a key that is passed over.
        std::size_t position() const { return position_; }
        std::size_t slot() const { return slot_; }  ///< keys of one column share it

     private:
        /// Nearly every key is no longer: its first bytes are compared eight at a time.
        static constexpr std::size_t words = 4;
        static constexpr std::size_t compared = 8 * words;

        std::array<std::uint64_t, words> words_{};
        std::array<std::uint64_t, words> masks_{};
        std::string rest_;  ///< behind them
        std::size_t size_;
        const Column* column_;
        std::size_t position_;
        std::size_t slot_;
    };
    /// `pass_over`: a key that is no column is one that is passed over.
    JsonKeys(const Columns& columns, bool pass_over, ColumnsMet& met)
        : columns_(columns), pass_over_(pass_over), met_(met) {}

    /// A line begins: no key has been there.
    void begin_line();
    /// The key that is written from `at` on, behind its opening quote; null where it is unknown,
    /// was there before in this line, is not plain text, or there are too many. At least 32
    /// readable bytes without a quote must follow `end`, and the last must be NUL.
    const Key* find(const char* at, const char* end) {
        if (next_ != end_ && next_->begins(at)) [[likely]]
            return once(next_);
        return find_elsewhere(at, end);
    }

 private:
    static constexpr std::size_t most_keys = 200;

    const Key* find_elsewhere(const char* at, const char* end);
    const Key* learn(const char* at, const char* end);
    std::size_t slot_of(std::string_view key, const Column*);
    const Key* once(const Key* key) {
        next_ = key + 1;
        std::uint64_t& last = last_line_.data()[key->slot()];
        if (last == line_) return nullptr;
        last = line_;
        return key;
    }

    const Columns& columns_;
    bool pass_over_;
    ColumnsMet& met_;
    std::vector<Key> keys_;
    std::vector<std::string> passed_over_;
    std::vector<std::uint64_t> last_line_;  ///< by slot: the line that had it last
    std::uint64_t line_ = 0;
    // Into keys_, without the check of each look-up.
    const Key* next_ = nullptr;
    const Key* end_ = nullptr;
};

}  // namespace scr::intake
