#include "criteria/fact_partners.hpp"

#include <fmt/format.h>

#include <utility>

namespace scr::criteria {
namespace {

/// Why the facts cannot be one unknown; blank when they can.
std::string_view difference(const Fact& fact, const Fact& partner) {
    if (fact.type != partner.type) return "they are of different types";
    if (fact.choices != partner.choices) return "they have different choices";
    if (fact.least != partner.least || fact.most != partner.most) return "their ranges differ";
    return "";
}

}  // namespace

void join_partners(const Partners& partners, Draft& draft) {
    auto& facts = draft.criteria.facts;
    for (const auto& [index, written] : partners) {
        const auto partner = draft.criteria.fact_of(written->value);
        const auto refuse = [&](std::string message, std::string_view note, std::string help = "") {
            draft.faults.add(written->span(), std::move(message), std::string(note),
                             std::move(help));
        };
        if (!partner) {
            refuse(fmt::format("unknown fact `{}`", written->value), "",
                   draft.faults.did_you_mean(written->value, ids_of(facts)));
            continue;
        }
        const bool broken =
            draft.broken_facts.contains(index) || draft.broken_facts.contains(*partner);
        const std::string_view unlike = broken ? "" : difference(facts[index], facts[*partner]);
        if (*partner == index)
            refuse("a fact cannot be the same as itself", "");
        else if (partners.contains(*partner))
            refuse(fmt::format("`{}` is itself the same as another fact", written->value),
                   "a fact named by `if_blank_same_as` has none of its own");
        else if (facts[index].if_blank)
            refuse("`if_blank` and `if_blank_same_as` contradict each other", "",
                   "leave one of them out");
        else if (!unlike.empty())
            refuse(fmt::format("`{}` cannot stand for `{}`", written->value, facts[index].id),
                   unlike);
        else
            facts[index].if_blank_same_as = *partner;
    }
}

}  // namespace scr::criteria
