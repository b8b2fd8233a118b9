#include "criteria/condition_cycles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

constexpr std::size_t highest_stack = 100;

void collect_names(const Test& test, std::vector<std::size_t>& names) {
    if (test.kind == Test::Kind::condition) names.push_back(test.index);
    for (const Test& operand : test.operands) collect_names(operand, names);
}

/// Depth first, each condition once. `path_` holds the conditions that are being walked.
class Walk {
 public:
    Walk(const std::vector<Condition>& conditions, const std::vector<Span>& places, Faults& faults)
        : conditions_(conditions), places_(places), faults_(faults), heights_(conditions.size()) {}

    /// How many conditions stand on one another here, this one included. Zero while not known, so a
    /// condition is done when its height is above it.
    std::size_t height(std::size_t condition) {
        if (heights_[condition] > 0) return heights_[condition];
        const auto on_path = std::find(path_.begin(), path_.end(), condition);
        if (on_path != path_.end()) {
            refuse_cycle({on_path, path_.end()});
            return 0;
        }
        path_.push_back(condition);
        const std::size_t height = 1 + highest_below(condition);
        path_.pop_back();
        if (height > highest_stack) refuse_height(condition);
        return heights_[condition] = std::min(height, highest_stack);
    }

 private:
    std::size_t highest_below(std::size_t condition) {
        if (path_.size() > highest_stack) return highest_stack;
        std::vector<std::size_t> names;
        collect_names(conditions_[condition].when, names);
        std::size_t highest = 0;
        for (const std::size_t name : names) highest = std::max(highest, height(name));
        return highest;
    }

    void refuse_cycle(const std::vector<std::size_t>& cycle) {
        if (cycle.size() == 1) return refuse_own_name(cycle.front());
        std::vector<std::string> names;
        for (const std::size_t condition : cycle)
            names.push_back(fmt::format("`{}`", conditions_[condition].id));
        names.push_back(names.front());
        faults_.add(places_[cycle.front()],
                    fmt::format("conditions go round in a circle: {}", fmt::join(names, " needs ")),
                    "", "take one of these names out of the other's `when`");
    }

    void refuse_own_name(std::size_t condition) {
        const auto& id = conditions_[condition].id;
        faults_.add(places_[condition], fmt::format("condition `{}` needs itself", id),
                    "a condition is made of facts and of other conditions",
                    fmt::format("take `{}` out of its own `when`", id));
    }

    void refuse_height(std::size_t condition) {
        if (too_high_) return;
        too_high_ = true;
        faults_.add(places_[condition],
                    fmt::format("more than {} conditions stand on one another", highest_stack));
    }

    const std::vector<Condition>& conditions_;
    const std::vector<Span>& places_;
    Faults& faults_;
    std::vector<std::size_t> heights_;
    std::vector<std::size_t> path_;
    bool too_high_ = false;
};

}  // namespace

void refuse_cycles(const std::vector<Condition>& conditions, const std::vector<Span>& places,
                   Faults& faults) {
    Walk walk(conditions, places, faults);
    for (std::size_t i = 0; i < conditions.size(); ++i) walk.height(i);
}

}  // namespace scr::criteria
