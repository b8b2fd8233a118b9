#include "criteria/question_search.hpp"

#include <algorithm>
#include <numeric>

namespace scr::criteria {
namespace {

/// Nobody is asked for the only answer that is possible.
bool is_forced(const QuestionSearch::Option& option) {
    return option.rest.size() == 1;
}

}  // namespace

QuestionSearch::Known& QuestionSearch::known(NodeId id) {
    if (id >= known_.size()) known_.resize(remainder_.forest().node_count());
    return known_[id];
}

std::size_t QuestionSearch::worst(NodeId id) {
    if (remainder_.is_final(id)) return 0;
    std::size_t questions = known(id).at_least;
    while (!within(id, questions)) ++questions;
    return questions;
}

bool QuestionSearch::cannot_be_within(NodeId id, std::size_t questions) {
    return !remainder_.is_final(id) && known(id).at_least > questions;
}

bool QuestionSearch::within(NodeId id, std::size_t questions) {
    if (remainder_.at_most(id) <= questions) return true;
    if (known(id).at_least > questions) return false;
    if (known(id).at_most <= questions) return true;
    const auto& asked = options(id);
    remainder_.spend(asked.size());
    const bool found =
        std::ranges::any_of(asked, [&](const Option& o) { return within(o, questions); });
    if (found) {
        known(id).at_most = questions;
    } else {
        known(id).at_least = questions + 1;
    }
    return found;
}

/// Whether it is settled within so many questions, this one included.
bool QuestionSearch::within(const Option& option, std::size_t questions) {
    if (is_forced(option)) return within(option.rest.front(), questions);
    if (questions == 0) return false;
    const auto cannot = [&](NodeId id) { return cannot_be_within(id, questions - 1); };
    if (std::ranges::any_of(option.rest, cannot)) return false;
    return std::ranges::all_of(option.rest, [&](NodeId id) { return within(id, questions - 1); });
}

const std::vector<QuestionSearch::Option>& QuestionSearch::options(NodeId id) {
    if (!known(id).options) {
        auto found = std::make_unique<const std::vector<Option>>(found_options(id));
        known(id).options = std::move(found);
    }
    return *known(id).options;
}

/// Of the answers the hardest come first: a search that fails fails soonest.
std::vector<QuestionSearch::Option> QuestionSearch::found_options(NodeId id) {
    std::vector<Option> found;
    for (const std::size_t level : remainder_.levels_below(id)) {
        Option option{level};
        for (std::size_t i = 0; i < remainder_.levels().class_count(level); ++i) {
            const NodeId rest = remainder_.after(id, level, i);
            if (!remainder_.is_impossible(rest)) option.rest.push_back(rest);
        }
        std::ranges::stable_sort(option.rest, std::greater(),
                                 [&](NodeId rest) { return remainder_.at_most(rest); });
        found.push_back(std::move(option));
        if (is_forced(found.back())) return {found.back()};
    }
    std::ranges::stable_sort(found, {}, [&](const Option& option) {
        std::size_t missing = 0;
        for (const NodeId rest : option.rest) missing += remainder_.at_most(rest);
        return missing;
    });
    return found;
}

std::vector<QuestionSearch::Option> QuestionSearch::best(NodeId id) {
    const std::size_t questions = worst(id);
    if (questions == 0) return {};
    std::vector<Option> found = options(id);
    if (is_forced(found.front())) return best(found.front().rest.front());
    std::erase_if(found, [&](const Option& option) { return !within(option, questions); });
    return found;
}

double QuestionSearch::least_expected(NodeId id) {
    if (remainder_.is_final(id)) return 0;
    return known(id).expected.value_or(0);
}

std::optional<double> QuestionSearch::expected(const Option& option, double enough) {
    const auto count = static_cast<double>(option.rest.size());
    // Answers may leave the same remainder, of which more is known once the first was looked at.
    std::vector<double> least;
    for (const NodeId rest : option.rest) least.push_back(least_expected(rest));
    double sum = std::accumulate(least.begin(), least.end(), 0.0);
    for (std::size_t i = 0; i < least.size(); ++i) {
        if (1 + sum / count > enough) return std::nullopt;
        sum += expected(option.rest[i]) - least[i];
    }
    return 1 + sum / count;
}

double QuestionSearch::expected(NodeId id) {
    if (remainder_.is_final(id)) return 0;
    if (const auto value = known(id).expected) return *value;
    const std::size_t questions = worst(id);
    double fewest = std::numeric_limits<double>::infinity();
    for (const auto& option : options(id)) {
        if (is_forced(option)) {
            fewest = expected(option.rest.front());
        } else if (within(option, questions)) {
            fewest = std::min(fewest, expected(option, fewest).value_or(fewest));
        }
    }
    known(id).expected = fewest;
    return fewest;
}

}  // namespace scr::criteria
