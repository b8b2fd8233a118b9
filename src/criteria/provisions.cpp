#include "scr/criteria/provisions.hpp"

#include <algorithm>

namespace scr::criteria {
namespace {

bool cites(const std::vector<Citation>& citations, const CarriedProvision& carried) {
    return std::ranges::any_of(citations, [&](const Citation& citation) {
        return citation.source == carried.source && citation.provision == carried.provision;
    });
}

template <class Rule>
std::vector<std::size_t> citing(const std::vector<Rule>& rules, const CarriedProvision& carried) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (cites(rules[i].cite, carried)) found.push_back(i);
    }
    return found;
}

std::vector<FactorPlace> citing_factors(const Criteria& criteria, const CarriedProvision& carried) {
    auto found = factors_of(criteria);
    std::erase_if(found, [&](FactorPlace place) {
        return !cites(criteria.checklists[place.checklist].factors[place.factor].cite, carried);
    });
    return found;
}

}  // namespace

bool CarriedProvision::cited() const {
    return !criteria.empty() || !deadlines.empty() || !checklists.empty() || !factors.empty();
}

std::vector<CarriedProvision> carried_provisions(const Criteria& criteria) {
    std::vector<CarriedProvision> all;
    const auto add = [&](CarriedProvision carried) {
        carried.criteria = citing(criteria.criteria, carried);
        carried.deadlines = citing(criteria.deadlines, carried);
        carried.checklists = citing(criteria.checklists, carried);
        carried.factors = citing_factors(criteria, carried);
        if (carried.provision || carried.cited()) all.push_back(std::move(carried));
    };
    for (std::size_t source = 0; source < criteria.sources.size(); ++source) {
        for (std::size_t i = 0; i < criteria.sources[source].provisions.size(); ++i)
            add({source, i, {}, {}, {}, {}});
        add({source, std::nullopt, {}, {}, {}, {}});
    }
    return all;
}

std::vector<std::vector<std::size_t>> examples_by_criterion(const Screener& screener) {
    const Criteria& criteria = screener.criteria();
    std::vector<std::vector<std::size_t>> examples(criteria.criteria.size());
    for (std::size_t i = 0; i < criteria.examples.size(); ++i) {
        for (const std::size_t holds : screener.screen(criteria.examples[i].facts).criteria)
            examples[holds].push_back(i);
    }
    return examples;
}

}  // namespace scr::criteria
