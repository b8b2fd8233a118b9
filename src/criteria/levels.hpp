#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "criteria/alphabet.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// One answer shared by a fact and those tied to it, as the classes that it falls into.
struct SharedAnswer {
    std::int64_t first = 0;  ///< the smallest answer that it stands for
    std::size_t head_class = 0;
    std::vector<std::size_t> member_classes;  ///< in the order of Group::members
};

/// A fact with the facts that are, when blank, the same unknown (`if_blank_same_as`). Their levels
/// follow the head's at once, so that a walk meets them together.
struct Group {
    std::size_t head = 0;              ///< a level
    std::vector<std::size_t> members;  ///< levels; none for most facts
    std::vector<SharedAnswer> shared;
};

/// The order of the variables of all diagrams: one level a fact, in the order of the file but with
/// tied facts after their partner. Edges of a level: one a class of answers, then *open*, then, for
/// a tied fact, *tied* (the same unknown as its head, which is open).
class Levels {
 public:
    Levels(const Criteria&, std::vector<AnswerClasses> classes);

    std::size_t count() const { return facts_.size(); }
    std::size_t fact(std::size_t level) const { return facts_[level]; }
    std::size_t level(std::size_t fact) const { return levels_[fact]; }
    const AnswerClasses& classes(std::size_t level) const { return classes_[facts_[level]]; }
    std::size_t class_count(std::size_t level) const { return classes(level).count(); }
    std::size_t open_edge(std::size_t level) const { return class_count(level); }
    std::size_t tied_edge(std::size_t level) const { return class_count(level) + 1; }
    /// The edge of a member that shares its head's answer: `shared` is which of Group::shared the
    /// head was given, nothing where it is open.
    std::size_t followed_edge(const Group& group, std::size_t member,
                              std::optional<std::size_t> shared) const {
        return shared ? group.shared[*shared].member_classes[member]
                      : tied_edge(group.members[member]);
    }
    bool is_tied(std::size_t level) const { return groups_[group_of_[level]].head != level; }
    /// Edges of a node of a diagram with open edges.
    std::size_t edge_count(std::size_t level) const {
        return class_count(level) + (is_tied(level) ? 2U : 1U);
    }
    /// The group of a level; its own, without members, for most.
    const Group& group(std::size_t level) const { return groups_[group_of_[level]]; }

 private:
    void add_group(const Criteria&, std::size_t head_fact);
    void share_answers(Group&) const;

    std::vector<AnswerClasses> classes_;  ///< by fact
    std::vector<std::size_t> facts_;      ///< by level
    std::vector<std::size_t> levels_;     ///< by fact
    std::vector<Group> groups_;
    std::vector<std::size_t> group_of_;  ///< by level
};

}  // namespace scr::criteria
