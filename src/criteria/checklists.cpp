#include "scr/criteria/checklists.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace scr::criteria {
namespace {

const Factor& factor_at(const Criteria& criteria, FactorPlace place) {
    return criteria.checklists[place.checklist].factors[place.factor];
}

}  // namespace

std::vector<FactorPlace> factors_of(const Criteria& criteria) {
    std::vector<FactorPlace> all;
    for (std::size_t list = 0; list < criteria.checklists.size(); ++list) {
        for (std::size_t i = 0; i < criteria.checklists[list].factors.size(); ++i)
            all.push_back({list, i});
    }
    return all;
}

std::vector<FactorPlace> factors_called(const Criteria& criteria, std::string_view name) {
    auto all = factors_of(criteria);
    std::erase_if(all, [&](FactorPlace place) {
        return factor_at(criteria, place).id != name && full_factor_name(criteria, place) != name;
    });
    return all;
}

std::string factor_name(const Criteria& criteria, FactorPlace place) {
    const std::string& id = factor_at(criteria, place).id;
    return factors_called(criteria, id).size() == 1 ? id : full_factor_name(criteria, place);
}

std::string full_factor_name(const Criteria& criteria, FactorPlace place) {
    return fmt::format("{}.{}", criteria.checklists[place.checklist].id,
                       factor_at(criteria, place).id);
}

}  // namespace scr::criteria
