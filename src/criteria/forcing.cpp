#include "criteria/forcing.hpp"

namespace scr::criteria {
namespace {

/// All of the record that the sets depend on: what Forcing::droppable makes of it.
void write_key(const Criteria& criteria, const Diagrams& diagrams, const Screening& screening,
               std::string& key) {
    const Answered answered(criteria, diagrams.levels(), screening.reading);
    const Symbols symbols = diagrams.symbols(screening.reading);
    const auto add = [&](std::size_t number) {
        key += static_cast<char>(number & 0xFF);
        key += static_cast<char>(number >> 8);
    };
    key.clear();
    for (std::size_t level = 0; level < symbols.size(); ++level) {
        const std::size_t fact = diagrams.levels().fact(level);
        add(symbols[level]);
        if (answered.follows_partner(fact)) {
            key += '\x04';
            continue;
        }
        const auto shared = answered.shared_answer(fact);
        key += static_cast<char>(answered.is_given(fact) + 2 * answered.from_silence(fact) +
                                 8 * shared.has_value());
        if (shared) add(*shared);
    }
}

}  // namespace

Forcing::Forcing(const Criteria& criteria, const Diagrams& diagrams, const Screening& screening)
    : diagrams_(diagrams),
      levels_(diagrams.levels()),
      screening_(screening),
      answered_(criteria, levels_, screening.reading),
      symbols_(diagrams.symbols(screening.reading)) {
    droppable_.reserve(levels_.count());
    for (std::size_t level = 0; level < levels_.count(); ++level) {
        droppable_.push_back(droppable(level));
    }
}

PathSearch::Level Forcing::droppable(std::size_t level) const {
    const std::size_t fact = levels_.fact(level);
    PathSearch::Level result;
    result.follows_head = answered_.follows_partner(fact);
    if (result.follows_head) return result;
    result.free = levels_.open_edge(level);
    if (answered_.is_given(fact)) result.paid = {symbols_[level], symbols_[level] + std::size_t{1}};
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

const ForcingSets& ForcingMemory::of(const Criteria& criteria, const Diagrams& diagrams,
                                     const Screening& screening) {
    write_key(criteria, diagrams, screening, key_);
    if (const auto* const known = known_.find(key_)) return *known;
    return known_.add(key_, Forcing(criteria, diagrams, screening).all());
}

}  // namespace scr::criteria
