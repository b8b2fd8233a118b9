#pragma once

#include <algorithm>
#include <optional>

#include "criteria/levels.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// How each answer of a screened record came about. All that it is given must outlive it.
class Answered {
 public:
    Answered(const Criteria& criteria, const Levels& levels, const Reading& reading)
        : criteria_(criteria), levels_(levels), reading_(reading) {}

    bool is_given(std::size_t fact) const {
        return reading_.answers[fact].state == Answer::State::given;
    }

    bool from_silence(std::size_t fact) const { return contains(reading_.from_silence, fact); }

    /// Whether the fact has, or left open shares, its partner's answer.
    bool follows_partner(std::size_t fact) const {
        const Fact& declared = criteria_.facts[fact];
        return declared.if_blank_same_as && !declared.if_blank &&
               (from_silence(fact) || contains(reading_.tied, fact));
    }

    /// Which of the answers shared in its group the fact's is; nothing while it is open.
    std::optional<std::size_t> shared_answer(std::size_t fact) const {
        if (!is_given(fact)) return std::nullopt;
        const auto& shared = levels_.group(levels_.level(fact)).shared;
        const auto value = reading_.answers[fact].value;
        const auto after = std::ranges::upper_bound(shared, value, {}, &SharedAnswer::first);
        if (after == shared.begin()) return std::nullopt;
        return static_cast<std::size_t>(after - shared.begin()) - 1;
    }

 private:
    static bool contains(const std::vector<std::size_t>& facts, std::size_t fact) {
        return std::ranges::find(facts, fact) != facts.end();
    }

    const Criteria& criteria_;
    const Levels& levels_;
    const Reading& reading_;
};

}  // namespace scr::criteria
