#include "criteria/levels.hpp"

#include <set>

namespace scr::criteria {

Levels::Levels(const Criteria& criteria, std::vector<AnswerClasses> classes)
    : classes_(std::move(classes)), levels_(criteria.facts.size()) {
    for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact) {
        if (!criteria.facts[fact].if_blank_same_as) add_group(criteria, fact);
    }
}

void Levels::add_group(const Criteria& criteria, std::size_t head_fact) {
    const auto add_level = [this](std::size_t fact) {
        levels_[fact] = facts_.size();
        facts_.push_back(fact);
        group_of_.push_back(groups_.size());
        return levels_[fact];
    };
    Group group;
    group.head = add_level(head_fact);
    for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact) {
        if (criteria.facts[fact].if_blank_same_as == head_fact)
            group.members.push_back(add_level(fact));
    }
    share_answers(group);
    groups_.push_back(std::move(group));
}

void Levels::share_answers(Group& group) const {
    if (group.members.empty()) return;
    std::set<std::int64_t> starts;
    const auto add_starts = [&](std::size_t level) {
        starts.insert(classes(level).starts().begin(), classes(level).starts().end());
    };
    add_starts(group.head);
    for (const std::size_t member : group.members) add_starts(member);
    for (const std::int64_t start : starts) {
        SharedAnswer shared{start, classes(group.head).class_of(start), {}};
        for (const std::size_t member : group.members) {
            shared.member_classes.push_back(classes(member).class_of(start));
        }
        group.shared.push_back(std::move(shared));
    }
}

}  // namespace scr::criteria
