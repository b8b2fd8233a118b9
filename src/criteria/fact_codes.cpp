#include "criteria/fact_codes.hpp"

#include <algorithm>

namespace scr::criteria {

FactCodes::FactCodes(const Criteria& criteria, const Levels& levels, std::size_t fact,
                     Blanks blanks)
    : levels_(levels), level_(levels.level(fact)) {
    const Fact& about = criteria.facts[fact];
    add_answers();
    add_silence(about.if_unknown);
    add_silence(blanks == Blanks::take_default ? about.if_blank : about.if_unknown);
    add(levels.open_edge(level_), std::nullopt);
    add(levels.is_tied(level_) ? levels.tied_edge(level_) : levels.open_edge(level_), std::nullopt);
}

void FactCodes::add(std::size_t edge, std::optional<Code> answer) {
    edges_.push_back(edge);
    answers_.push_back(answer);
}

void FactCodes::add_answers() {
    const Group& group = levels_.group(level_);
    const auto add_answer = [this](std::size_t edge) {
        add(edge, static_cast<Code>(edges_.size()));
    };
    if (group.members.empty()) {
        for (std::size_t i = 0; i < levels_.class_count(level_); ++i) add_answer(i);
        return;
    }
    const auto member = std::find(group.members.begin(), group.members.end(), level_);
    for (const SharedAnswer& shared : group.shared) {
        const auto place = static_cast<std::size_t>(member - group.members.begin());
        add_answer(level_ == group.head ? shared.head_class : shared.member_classes[place]);
    }
}

void FactCodes::add_silence(const std::optional<std::int64_t>& answer) {
    if (!answer) return add(levels_.open_edge(level_), std::nullopt);
    add(levels_.classes(level_).class_of(*answer), of(*answer));
}

Code FactCodes::of(std::int64_t value) const {
    const Group& group = levels_.group(level_);
    if (group.members.empty()) return static_cast<Code>(levels_.classes(level_).class_of(value));
    const auto later = std::upper_bound(
        group.shared.begin(), group.shared.end(), value,
        [](std::int64_t v, const SharedAnswer& shared) { return v < shared.first; });
    const auto place = later == group.shared.begin() ? 0 : later - group.shared.begin() - 1;
    return static_cast<Code>(place);
}

}  // namespace scr::criteria
