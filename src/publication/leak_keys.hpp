#pragma once

#include <string>
#include <vector>

#include "scr/record/notification.hpp"

namespace scr::publication {

/// What must not adjoin a match for it to count.
enum class Boundary {
    none,    ///< found anywhere, also inside a longer word
    word,    ///< not inside a word: `Ann` is not in `planned`
    number,  ///< no digit against a digit: `3/2/2019` is not in `13/2/2019`
};

/// One text to look for in a view.
struct Key {
    std::u32string text;  ///< in the form of a view; never empty, holds a letter or a digit
    Boundary boundary = Boundary::none;

    bool operator==(const Key&) const = default;
};

/// Every text by which this identity could stand in a document, without repetition. None for a
/// value without a letter or a digit, such as a dash put in for want of one.
std::vector<Key> keys_of(const record::Identity& identity);

/// What a message calls this identity: `child name`, `sibling NHS number`. Never its value.
std::string label_of(const record::Identity& identity);

}  // namespace scr::publication
