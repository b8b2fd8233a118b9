#include <fmt/format.h>

#include "cli/commands/criteria_diff.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {

std::string words_of(const DiffReport& report, const criteria::Product& product) {
    std::vector<std::string> parts;
    for (const auto& part : product.conditions) {
        const auto& file = part.side == criteria::Side::first ? report.first : report.second;
        parts.push_back((part.holds ? "" : "not so: ") +
                        file->criteria.conditions[part.condition].text);
    }
    for (const std::size_t i : product.beside) {
        const auto& restriction = product.restrictions[i];
        const auto& fact = report.difference.facts[restriction.fact];
        parts.push_back(fmt::format("{} {}", fact.ask, criteria::answers_of(fact, restriction)));
    }
    return text::join(parts, "; ");
}

}  // namespace scr::cli
