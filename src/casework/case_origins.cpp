#include "scr/casework/case_origins.hpp"

#include <algorithm>

namespace scr::casework {
namespace {

std::vector<std::string> countries_of(const std::string& jurisdiction) {
    static constexpr std::string_view between = " and ";
    std::vector<std::string> countries;
    std::size_t at = 0;
    for (auto end = jurisdiction.find(between); end != std::string::npos;
         end = jurisdiction.find(between, at)) {
        countries.push_back(jurisdiction.substr(at, end - at));
        at = end + between.size();
    }
    countries.push_back(jurisdiction.substr(at));
    return countries;
}

}  // namespace

const criteria::CriteriaHead* CaseOrigins::of(const record::Case& child) {
    const auto& digest = child.criteria_digest;
    const auto known = known_.find(digest);
    return known != known_.end() ? known->second : known_[digest] = find(digest);
}

const criteria::CriteriaHead* CaseOrigins::find(const std::string& digest) const {
    const auto text = store_.criteria(digest);
    if (!text) return nullptr;
    const auto head = std::ranges::find(heads_, text->id, &criteria::CriteriaHead::id);
    return head == heads_.end() ? nullptr : &*head;
}

bool share_country(const std::string& jurisdiction, const std::string& other) {
    const auto others = countries_of(other);
    return std::ranges::any_of(countries_of(jurisdiction), [&](const std::string& country) {
        return std::ranges::find(others, country) != others.end();
    });
}

}  // namespace scr::casework
