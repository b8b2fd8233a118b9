#include "casework/needles.hpp"

#include <algorithm>
#include <set>

namespace scr::casework {

std::vector<publication::Needle> needles_of(Store& store, const std::vector<std::string>& cases) {
    std::set<std::string> notifications;
    for (const auto& reference : cases) {
        notifications.insert(reference.substr(0, reference.find('/')));
    }
    std::vector<publication::Needle> needles;
    for (const auto& notification : notifications) {
        for (const auto& child : store.cases_of(notification)) {
            for (auto& identity : store.identities_of(child.reference)) {
                needles.push_back({std::move(identity), child.reference});
            }
            if (child.date_of_birth) {
                needles.push_back(
                    {{"child", "date_of_birth", record::to_text(*child.date_of_birth)},
                     child.reference});
            }
        }
    }
    return needles;
}

bool holds_name(const std::vector<publication::Needle>& needles) {
    return std::ranges::any_of(needles, [](const publication::Needle& needle) {
        return needle.identity.role == "child" && needle.identity.kind == "name";
    });
}

}  // namespace scr::casework
