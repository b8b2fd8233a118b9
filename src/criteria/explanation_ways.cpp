#include "criteria/explanation_ways.hpp"

#include <algorithm>
#include <map>

#include "criteria/answered.hpp"
#include "criteria/path_search.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

/// The greatest answer to the fact.
std::int64_t last_answer(const Fact& fact) {
    return fact.type == FactType::integer ? fact.most
                                          : static_cast<std::int64_t>(fact.choices.size()) - 1;
}

/// Sorted, and those that touch made one.
std::vector<AnswerRange> united_ranges(std::vector<AnswerRange> ranges) {
    std::ranges::sort(ranges, {}, &AnswerRange::first);
    std::vector<AnswerRange> result;
    for (const AnswerRange& range : ranges) {
        if (!result.empty() && result.back().last + 1 >= range.first) {
            result.back().last = std::max(result.back().last, range.last);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

/// `custody or remand`, `0 to 17`.
std::string ranges_in_words(const Fact& fact, const std::vector<AnswerRange>& ranges) {
    std::vector<std::string> words;
    for (const auto& [first, last] : ranges) {
        if (fact.type == FactType::integer) {
            words.push_back(fact.text_of(first));
            if (last > first) words.back() += " to " + fact.text_of(last);
            continue;
        }
        for (auto value = first; value <= last; ++value) words.push_back(fact.text_of(value));
    }
    return text::join_in_words(words, "or");
}

/// Whether an outcome diagram ends in one outcome alone whichever of some choices is taken at each
/// level. Linear in the nodes of the diagram.
class EveryPath {
 public:
    struct Level {
        std::vector<Choice> choices;
        /// The level takes its edge from its group's head: see Group. Then it has no choices.
        bool follows_head = false;
    };

    EveryPath(const Diagrams& diagrams, const std::vector<Level>& levels, Possible outcome)
        : levels_of_(diagrams.levels()),
          forest_(diagrams.outcomes()),
          levels_(levels),
          outcome_(outcome) {}

    bool leads(NodeId id) {
        if (Forest::is_terminal(id)) return forest_.possible(id) == outcome_;
        const auto known = known_.find(id);
        if (known != known_.end()) return known->second;
        const Group& group = levels_of_.group(forest_.level(id));
        const bool all = std::ranges::all_of(levels_[group.head].choices, [&](const Choice& c) {
            return leads_in_members(forest_.child(id, group.head, c.edge), group, 0, c.shared);
        });
        known_.emplace(id, all);
        return all;
    }

 private:
    bool leads_in_members(NodeId id, const Group& group, std::size_t member,
                          std::optional<std::size_t> shared) {
        if (member == group.members.size()) return leads(id);
        const std::size_t level = group.members[member];
        const auto next = [&](std::size_t edge) {
            return leads_in_members(forest_.child(id, level, edge), group, member + 1, shared);
        };
        if (levels_[level].follows_head)
            return next(levels_of_.followed_edge(group, member, shared));
        return std::ranges::all_of(levels_[level].choices,
                                   [&](const Choice& choice) { return next(choice.edge); });
    }

    const Levels& levels_of_;
    const Forest& forest_;
    const std::vector<Level>& levels_;
    Possible outcome_;
    std::map<NodeId, bool> known_;
};

class Wayfinder {
 public:
    Wayfinder(const Criteria& criteria, const Diagrams& diagrams, const Screening& screening,
              NodeId root, std::size_t outcome)
        : criteria_(criteria),
          diagrams_(diagrams),
          levels_(diagrams.levels()),
          answered_(criteria, levels_, screening.reading),
          symbols_(diagrams.symbols(screening.reading)),
          root_(root),
          outcome_(outcome) {}

    Way way() {
        auto choices = cheapest();
        std::ranges::sort(choices, {}, [&](const Choice& c) { return levels_.fact(c.level); });
        auto taken = levels_taken(choices);
        for (auto choice = choices.rbegin(); choice != choices.rend(); ++choice) {
            take_all_that_lead(choice->level, taken);
        }
        Way way{outcome_, {}};
        for (const Choice& choice : choices) {
            way.steps.push_back(step(choice, taken[choice.level].choices));
        }
        return way;
    }

 private:
    Possible wanted() const { return Possible{1} << outcome_; }

    /// What is answered stays; what is open may be answered, which costs.
    std::vector<Choice> cheapest() const {
        std::vector<PathSearch::Level> levels(levels_.count());
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const std::size_t fact = levels_.fact(level);
            levels[level].follows_head = answered_.follows_partner(fact);
            if (levels[level].follows_head) continue;
            levels[level].free = symbols_[level];
            levels[level].shared = answered_.shared_answer(fact);
            if (!answered_.is_given(fact)) levels[level].paid = {0, levels_.class_count(level)};
        }
        return PathSearch(diagrams_, levels).cheapest(root_, wanted()).value().choices;
    }

    /// The record with the answers of the path.
    std::vector<EveryPath::Level> levels_taken(const std::vector<Choice>& choices) const {
        std::vector<EveryPath::Level> taken(levels_.count());
        for (std::size_t level = 0; level < taken.size(); ++level) {
            const std::size_t fact = levels_.fact(level);
            taken[level].follows_head = answered_.follows_partner(fact);
            if (taken[level].follows_head) continue;
            taken[level].choices = {{level, symbols_[level], answered_.shared_answer(fact)}};
        }
        for (const Choice& choice : choices) taken[choice.level].choices = {choice};
        return taken;
    }

    /// Every choice at a level, as finely as its group tells answers apart.
    std::vector<Choice> choices_at(std::size_t level) const {
        std::vector<Choice> choices;
        const Group& group = levels_.group(level);
        if (group.head == level && !group.members.empty()) {
            for (std::size_t i = 0; i < group.shared.size(); ++i) {
                choices.push_back({level, group.shared[i].head_class, i});
            }
            return choices;
        }
        for (std::size_t i = 0; i < levels_.class_count(level); ++i) choices.push_back({level, i});
        return choices;
    }

    /// One by one: all paths lead when those through each choice do.
    void take_all_that_lead(std::size_t level, std::vector<EveryPath::Level>& taken) const {
        std::vector<Choice> leading;
        for (const Choice& choice : choices_at(level)) {
            taken[level].choices = {choice};
            if (EveryPath(diagrams_, taken, wanted()).leads(root_)) leading.push_back(choice);
        }
        taken[level].choices = std::move(leading);
    }

    Step step(const Choice& found, const std::vector<Choice>& all) const {
        const std::size_t fact = levels_.fact(found.level);
        const std::int64_t answer = ranges_of(found).front().first;
        std::vector<AnswerRange> ranges;
        for (const Choice& choice : all) {
            const auto own = ranges_of(choice);
            ranges.insert(ranges.end(), own.begin(), own.end());
        }
        ranges = united_ranges(std::move(ranges));
        const auto words = ranges_in_words(criteria_.facts[fact], ranges);
        return {fact, answer, std::move(ranges), words};
    }

    /// The answers that a choice stands for.
    std::vector<AnswerRange> ranges_of(const Choice& choice) const {
        const std::int64_t last = last_answer(criteria_.facts[levels_.fact(choice.level)]);
        if (choice.shared) {
            const auto& shared = levels_.group(choice.level).shared;
            const std::size_t next = *choice.shared + 1;
            return {{shared[*choice.shared].first,
                     next < shared.size() ? shared[next].first - 1 : last}};
        }
        const auto& classes = levels_.classes(choice.level);
        const auto& starts = classes.starts();
        std::vector<AnswerRange> ranges;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (classes.class_of(starts[i]) != choice.edge) continue;
            ranges.push_back({starts[i], i + 1 < starts.size() ? starts[i + 1] - 1 : last});
        }
        return ranges;
    }

    const Criteria& criteria_;
    const Diagrams& diagrams_;
    const Levels& levels_;
    Answered answered_;
    Symbols symbols_;
    NodeId root_;
    std::size_t outcome_;
};

}  // namespace

Way shortest_way(const Criteria& criteria, const Diagrams& diagrams, const Screening& screening,
                 std::size_t determination, std::size_t outcome) {
    return Wayfinder(criteria, diagrams, screening, diagrams.outcome_root(determination), outcome)
        .way();
}

}  // namespace scr::criteria
