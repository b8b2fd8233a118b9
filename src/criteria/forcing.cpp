#include "criteria/forcing.hpp"

namespace scr::criteria {
namespace {

/// Some ten megabytes.
constexpr std::size_t most_remembered = std::size_t{1} << 15;

}  // namespace

Forcing::Forcing(const Criteria& criteria, const Diagrams& diagrams, const Screening& screening)
    : diagrams_(diagrams),
      levels_(diagrams.levels()),
      screening_(screening),
      answered_(criteria, levels_, screening.reading),
      symbols_(diagrams.symbols(screening.reading)) {
    for (std::size_t level = 0; level < levels_.count(); ++level) {
        droppable_.push_back(droppable(level));
    }
}

PathSearch::Level Forcing::droppable(std::size_t level) const {
    const std::size_t fact = levels_.fact(level);
    PathSearch::Level result;
    result.follows_head = answered_.follows_partner(fact);
    if (result.follows_head) return result;
    result.free = {levels_.open_edge(level)};
    if (answered_.is_given(fact)) result.paid = {symbols_[level]};
    result.silent = answered_.from_silence(fact);
    result.shared = answered_.shared_answer(fact);
    return result;
}

std::vector<std::size_t> Forcing::facts(std::size_t determination) const {
    const auto& possible = screening_.findings[determination].possible;
    if (possible.size() != 1) return {};
    const auto path =
        PathSearch(diagrams_, droppable_)
            .cheapest(diagrams_.outcome_root(determination), 1ULL << possible.front());
    std::vector<std::size_t> facts;
    for (const auto& choice : path.value().choices) facts.push_back(levels_.fact(choice.level));
    std::ranges::sort(facts);
    return facts;
}

ForcingSets Forcing::all() const {
    ForcingSets sets;
    for (std::size_t i = 0; i < screening_.findings.size(); ++i) sets.push_back(facts(i));
    return sets;
}

std::string Forcing::key() const {
    std::string key;
    const auto add = [&](std::size_t number) {
        key.append(reinterpret_cast<const char*>(&number), sizeof(std::uint32_t));
    };
    for (std::size_t level = 0; level < droppable_.size(); ++level) {
        const auto& [free, paid, silent, shared, follows_head] = droppable_[level];
        add(symbols_[level]);
        add(shared ? *shared + 1 : 0);
        key += static_cast<char>(paid.size() + 2 * silent + 4 * follows_head);
    }
    return key;
}

const ForcingSets& ForcingMemory::of(const Forcing& forcing) {
    auto key = forcing.key();
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    if (known_.size() == most_remembered) known_.clear();
    return known_.emplace(std::move(key), forcing.all()).first->second;
}

}  // namespace scr::criteria
