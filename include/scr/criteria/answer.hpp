#pragma once

#include <cstdint>
#include <vector>

namespace scr::criteria {

/// What a record says of one fact. A blank is not a "no": what is made of it, `if_blank` says.
struct Answer {
    enum class State : std::uint8_t { blank, unknown, given };

    State state = State::blank;
    /// Given: the position in the fact's choices (yes_no: 0 yes, 1 no) or the integer itself.
    std::int64_t value = 0;

    static Answer blank() { return {}; }
    static Answer unknown() { return {State::unknown, 0}; }
    static Answer given(std::int64_t value) { return {State::given, value}; }

    bool operator==(const Answer&) const = default;
};

/// The answers of one record, one for each fact of the criteria file, in its order.
using Answers = std::vector<Answer>;

}  // namespace scr::criteria
