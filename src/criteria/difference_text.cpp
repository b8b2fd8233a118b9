#include <fmt/format.h>

#include <algorithm>

#include "scr/criteria/difference.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

/// A longer list of answers is said by those that it leaves out.
constexpr std::size_t long_list = 4;

using Names = std::vector<std::string>;

/// The choices in the restriction and those outside it.
std::pair<Names, Names> parted(const Fact& fact, const Restriction& restriction) {
    std::pair<Names, Names> names;
    for (std::size_t i = 0; i < fact.choices.size(); ++i) {
        const auto value = static_cast<std::int64_t>(i);
        const auto holds = [value](const Stretch& s) {
            return s.least <= value && value <= s.most;
        };
        const bool inside =
            std::any_of(restriction.answers.begin(), restriction.answers.end(), holds);
        (inside ? names.first : names.second).push_back(fact.choices[i]);
    }
    return names;
}

std::string choices_expression(const Fact& fact, const Restriction& restriction) {
    const auto [inside, outside] = parted(fact, restriction);
    if (inside.size() == 1) return fmt::format("{} = {}", fact.id, inside.front());
    if (inside.size() <= long_list || outside.size() >= inside.size()) {
        return fmt::format("{} in ({})", fact.id, text::join(inside, ", "));
    }
    if (outside.size() == 1) return fmt::format("{} != {}", fact.id, outside.front());
    return fmt::format("not {} in ({})", fact.id, text::join(outside, ", "));
}

std::string stretch_expression(const Fact& fact, const Stretch& stretch) {
    if (stretch.least == stretch.most) return fmt::format("{} = {}", fact.id, stretch.least);
    if (stretch.least == fact.least) return fmt::format("{} < {}", fact.id, stretch.most + 1);
    if (stretch.most == fact.most) return fmt::format("{} >= {}", fact.id, stretch.least);
    return fmt::format("{0} >= {1} and {0} < {2}", fact.id, stretch.least, stretch.most + 1);
}

std::string integer_expression(const Fact& fact, const Restriction& restriction) {
    Names parts;
    for (const Stretch& stretch : restriction.answers) {
        parts.push_back(stretch_expression(fact, stretch));
    }
    return parts.size() == 1 ? parts.front() : fmt::format("({})", text::join(parts, " or "));
}

std::string stretch_words(const Fact& fact, const Stretch& stretch) {
    if (stretch.least == stretch.most) return fmt::format("{}", stretch.least);
    if (stretch.least == fact.least) return fmt::format("under {}", stretch.most + 1);
    if (stretch.most == fact.most) return fmt::format("{} or more", stretch.least);
    return fmt::format("{} to {}", stretch.least, stretch.most);
}

}  // namespace

std::string expression_of(const Fact& fact, const Restriction& restriction) {
    return fact.type == FactType::integer ? integer_expression(fact, restriction)
                                          : choices_expression(fact, restriction);
}

std::string expression_of(const std::vector<Fact>& facts, const Product& product) {
    Names parts;
    for (const Restriction& restriction : product.restrictions) {
        parts.push_back(expression_of(facts[restriction.fact], restriction));
    }
    return text::join(parts, " and ");
}

std::string answers_of(const Fact& fact, const Restriction& restriction) {
    if (fact.type == FactType::integer) {
        Names parts;
        for (const Stretch& stretch : restriction.answers) {
            parts.push_back(stretch_words(fact, stretch));
        }
        return text::join_in_words(parts, "or");
    }
    const auto [inside, outside] = parted(fact, restriction);
    if (inside.size() <= long_list || outside.size() >= inside.size()) {
        return text::join_in_words(inside, "or");
    }
    return "any but " + text::join_in_words(outside, "and");
}

}  // namespace scr::criteria
