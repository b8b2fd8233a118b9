#include "scr/batch/outcome_counts.hpp"

namespace scr::batch {
namespace {

using Counts = std::vector<std::size_t>;

void add_to(Counts& counts, const Counts& others) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += others[i];
}

}  // namespace

OutcomeCounts::OutcomeCounts(const criteria::Criteria& criteria)
    : undetermined(criteria.determinations.size()),
      holding(criteria.criteria.size()),
      missing(criteria.facts.size()),
      silent(criteria.facts.size()),
      assumed(criteria.facts.size()) {
    for (const auto& determination : criteria.determinations)
        determined.emplace_back(determination.outcomes.size());
    possible = determined;
}

void OutcomeCounts::add(const criteria::Screening& screening, std::size_t times) {
    for (std::size_t i = 0; i < screening.findings.size(); ++i) {
        const auto& finding = screening.findings[i];
        (finding.determined() ? determined[i][finding.possible.front()] : undetermined[i]) += times;
        for (const std::size_t outcome : finding.possible) possible[i][outcome] += times;
    }
    for (const std::size_t i : screening.criteria) holding[i] += times;
    for (const std::size_t i : screening.missing) missing[i] += times;
    for (const std::size_t i : screening.reading.from_silence) silent[i] += times;
    for (const std::size_t i : screening.assumed) assumed[i] += times;
}

void OutcomeCounts::add(const OutcomeCounts& others) {
    for (std::size_t i = 0; i < determined.size(); ++i) {
        add_to(determined[i], others.determined[i]);
        add_to(possible[i], others.possible[i]);
    }
    add_to(undetermined, others.undetermined);
    add_to(holding, others.holding);
    add_to(missing, others.missing);
    add_to(silent, others.silent);
    add_to(assumed, others.assumed);
}

std::size_t OutcomeCounts::of(std::size_t determination, std::optional<std::size_t> outcome) const {
    return outcome ? determined[determination][*outcome] : undetermined[determination];
}

}  // namespace scr::batch
