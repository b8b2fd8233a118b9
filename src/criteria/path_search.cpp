#include "criteria/path_search.hpp"

namespace scr::criteria {

std::optional<Path> PathSearch::cheapest(NodeId root, Possible outcome) {
    outcome_ = outcome;
    known_.clear();
    links_.clear();
    const Best best = below(root);
    return best ? std::optional(path_of(*best)) : std::nullopt;
}

PathSearch::Best PathSearch::below(NodeId id) {
    const auto found = known_.find(id);
    if (found != known_.end()) return found->second;
    return known_.emplace(id, search(id)).first->second;
}

PathSearch::Best PathSearch::search(NodeId id) {
    if (Forest::is_terminal(id)) {
        return forest_.possible(id) == outcome_ ? Best(Way{}) : std::nullopt;
    }
    const std::size_t level = forest_.level(id);
    const Group& group = levels_of_.group(level);
    return group.members.empty() ? at_level(id, level) : in_group(id, group);
}

PathSearch::Best PathSearch::at_level(NodeId id, std::size_t level) {
    Best best = below(forest_.child(id, level, levels_[level].free));
    for (const std::size_t edge : levels_[level].paid) {
        keep_better(best, paid(below(forest_.child(id, level, edge)), {level, edge}));
    }
    return best;
}

/// The head first: those of its members that follow it take the same answer, or stay the same
/// unknown.
PathSearch::Best PathSearch::in_group(NodeId id, const Group& group) {
    const Level& head = levels_[group.head];
    const std::size_t open = levels_of_.open_edge(group.head);
    Best best;
    const auto take = [&](std::size_t edge, bool pays) {
        const NodeId next = forest_.child(id, group.head, edge);
        if (edge == open) return keep_better(best, in_members(next, group, 0, std::nullopt));
        for (std::size_t i = 0; i < group.shared.size(); ++i) {
            if (group.shared[i].head_class != edge || head.shared.value_or(i) != i) continue;
            const Best rest = in_members(next, group, 0, i);
            keep_better(best, pays ? paid(rest, {group.head, edge, i}) : rest);
        }
    };
    take(head.free, false);
    for (const std::size_t edge : head.paid) take(edge, true);
    return best;
}

PathSearch::Best PathSearch::in_members(NodeId id, const Group& group, std::size_t member,
                                        std::optional<std::size_t> shared) {
    if (member == group.members.size()) return below(id);
    const std::size_t level = group.members[member];
    const auto next = [&](std::size_t edge) {
        return in_members(forest_.child(id, level, edge), group, member + 1, shared);
    };
    if (levels_[level].follows_head) return next(levels_of_.followed_edge(group, member, shared));
    Best best = next(levels_[level].free);
    for (const std::size_t edge : levels_[level].paid) {
        keep_better(best, paid(next(edge), {level, edge}));
    }
    return best;
}

bool PathSearch::is_cheaper(const Way& a, const Way& b) const {
    if (a.count != b.count) return a.count < b.count;
    if (a.silent != b.silent) return a.silent < b.silent;
    std::uint32_t x = a.first;
    std::uint32_t y = b.first;
    for (; x != y; x = links_[x].next, y = links_[y].next) {
        if (links_[x].choice != links_[y].choice) return links_[x].choice < links_[y].choice;
    }
    return false;
}

void PathSearch::keep_better(Best& found, const Best& better) const {
    if (better && (!found || is_cheaper(*better, *found))) found = better;
}

PathSearch::Best PathSearch::paid(Best rest, const Choice& choice) {
    if (!rest) return rest;
    rest->silent += levels_[choice.level].silent ? 1 : 0;
    rest->first = with(rest->first, choice);
    ++rest->count;
    return rest;
}

std::uint32_t PathSearch::with(std::uint32_t first, const Choice& choice) {
    Link link{choice, first};
    if (first != no_link && links_[first].choice < choice) {
        link = {links_[first].choice, with(links_[first].next, choice)};
    }
    links_.push_back(link);
    return static_cast<std::uint32_t>(links_.size() - 1);
}

Path PathSearch::path_of(const Way& way) const {
    Path path{way.silent, {}};
    for (std::uint32_t i = way.first; i != no_link; i = links_[i].next) {
        path.choices.push_back(links_[i].choice);
    }
    return path;
}

}  // namespace scr::criteria
