#include "criteria/difference_practice.hpp"

#include <algorithm>

#include "scr/criteria/explanation.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

struct Saying {
    std::string what;  ///< the file's key
    std::string said;
};

/// A part of a file, flat, as it is compared.
struct Part {
    std::string kind;
    std::string id;
    std::vector<Saying> sayings;
};

Part deadline_part(const Criteria& criteria, const DeadlineRule& rule) {
    return {"deadline",
            rule.id,
            {{"within", rule.within},
             {"from", rule.from},
             {"until", rule.until},
             {"when", rule.when ? test_text(criteria, *rule.when) : ""},
             {"owner", rule.owner},
             {"force", std::string(to_text(rule.force))}}};
}

void add_checklist(const Checklist& list, std::vector<Part>& parts) {
    parts.push_back({"checklist",
                     list.id,
                     {{"title", list.title},
                      {"before", text::join(list.before, ", ")},
                      {"answers", text::join(list.answers, ", ")}}});
    for (const Factor& factor : list.factors) {
        parts.push_back({"factor", list.id + "." + factor.id, {{"text", factor.text}}});
    }
}

std::vector<Part> parts_of(const Criteria& criteria) {
    std::vector<Part> parts{
        {"decision",
         "decision",
         {{"recommended_by", criteria.recommended_by}, {"decided_by", criteria.decided_by}}},
        {"publication", "publication", {{"available_for", criteria.available_for}}}};
    for (const auto& rule : criteria.deadlines) parts.push_back(deadline_part(criteria, rule));
    for (const auto& kind : criteria.review_kinds) {
        parts.push_back({"review kind",
                         kind.id,
                         {{"label", kind.label},
                          {"after", text::join(kind.after, ", ")},
                          {"published", kind.published}}});
    }
    for (const auto& list : criteria.checklists) add_checklist(list, parts);
    return parts;
}

const Part* partner_of(const Part& part, const std::vector<Part>& others) {
    const auto found = std::ranges::find_if(
        others, [&](const Part& other) { return other.kind == part.kind && other.id == part.id; });
    return found == others.end() ? nullptr : &*found;
}

PracticeChange only_in(Side side, const Part& part) {
    PracticeChange change{.kind = part.kind, .id = part.id, .only_in = side, .changes = {}};
    for (const auto& [what, said] : part.sayings) {
        if (said.empty()) continue;
        change.changes.push_back(side == Side::first ? FactChange{what, said, ""}
                                                     : FactChange{what, "", said});
    }
    return change;
}

/// Both have the part: the same keys in the same order.
PracticeChange between(const Part& first, const Part& second) {
    PracticeChange change{.kind = first.kind, .id = first.id, .only_in = {}, .changes = {}};
    for (std::size_t i = 0; i < first.sayings.size(); ++i) {
        const auto& [what, said] = first.sayings[i];
        if (said != second.sayings[i].said) {
            change.changes.push_back({what, said, second.sayings[i].said});
        }
    }
    return change;
}

}  // namespace

std::vector<PracticeChange> compare_practice(const Criteria& first, const Criteria& second) {
    const auto ours = parts_of(first);
    const auto theirs = parts_of(second);
    std::vector<PracticeChange> changes;
    for (const auto& part : ours) {
        const Part* partner = partner_of(part, theirs);
        auto change = partner ? between(part, *partner) : only_in(Side::first, part);
        if (change.only_in || !change.changes.empty()) changes.push_back(std::move(change));
    }
    for (const auto& part : theirs) {
        if (!partner_of(part, ours)) changes.push_back(only_in(Side::second, part));
    }
    return changes;
}

}  // namespace scr::criteria
