#include "criteria/difference_parts.hpp"

#include <algorithm>

#include "scr/criteria/explanation.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

struct Saying {
    std::string what;  ///< the file's key
    std::string said;
    std::string meant{};  ///< what is compared instead, where the same can be said in many ways
};

bool means_the_same(const Saying& a, const Saying& b) {
    return a.meant == b.meant && (!a.meant.empty() || a.said == b.said);
}

/// A part of a file, flat, as it is compared.
struct Part {
    std::string kind;
    std::string id;
    std::vector<Saying> sayings;
};

/// The test with the choices of each comparison by name: the order in which a file lists them only
/// decides in which order people read them.
Test in_order_of_names(const Criteria& criteria, Test test) {
    for (Test& operand : test.operands) operand = in_order_of_names(criteria, std::move(operand));
    if (test.kind != Test::Kind::fact) return test;
    const Fact& fact = criteria.facts[test.index];
    if (fact.type == FactType::integer) return test;
    std::ranges::sort(test.values, {}, [&](std::int64_t value) { return fact.text_of(value); });
    return test;
}

Part condition_part(const Criteria& criteria, const Condition& condition) {
    return {"condition",
            condition.id,
            {{"when", test_text(criteria, condition.when),
              test_text(criteria, in_order_of_names(criteria, condition.when))},
             {"text", condition.text}}};
}

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

/// The title and the id of a file are its name, and no difference.
Part head_part(const Criteria& criteria) {
    return {"file",
            "file",
            {{"kind", criteria.kind},
             {"jurisdiction", criteria.jurisdiction},
             {"regime_date", criteria.regime_date},
             {"in force from", criteria.in_force_from},
             {"in force to", criteria.in_force_to}}};
}

/// What decides, in the words of the file. The tests of criteria are left out, whose difference the
/// outcomes show; conditions give the words in which that is told.
void add_rules(const Criteria& criteria, std::vector<Part>& parts) {
    for (const auto& determination : criteria.determinations) {
        parts.push_back({"question", determination.id, {{"ask", determination.ask}}});
        for (const auto& outcome : determination.outcomes) {
            parts.push_back(
                {"outcome", determination.id + "." + outcome.id, {{"label", outcome.label}}});
        }
    }
    for (const auto& condition : criteria.conditions) {
        parts.push_back(condition_part(criteria, condition));
    }
    for (const auto& criterion : criteria.criteria) {
        parts.push_back({"criterion",
                         criterion.id,
                         {{"text", criterion.text},
                          {"force", std::string(to_text(criterion.force))},
                          {"eye", criterion.eye}}});
    }
}

/// Questions and outcomes of one file alone are told as such elsewhere.
bool is_told_alone(const Part& part) {
    return part.kind != "question" && part.kind != "outcome";
}

std::vector<Part> parts_of(const Criteria& criteria) {
    std::vector<Part> parts{head_part(criteria)};
    add_rules(criteria, parts);
    parts.push_back(
        {"decision",
         "decision",
         {{"recommended_by", criteria.recommended_by}, {"decided_by", criteria.decided_by}}});
    parts.push_back({"publication", "publication", {{"available_for", criteria.available_for}}});
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

PartChange only_in(Side side, const Part& part) {
    PartChange change{.kind = part.kind, .id = part.id, .only_in = side, .changes = {}};
    for (const auto& [what, said, meant] : part.sayings) {
        if (said.empty()) continue;
        change.changes.push_back(side == Side::first ? FactChange{what, said, ""}
                                                     : FactChange{what, "", said});
    }
    return change;
}

/// Both have the part: the same keys in the same order.
PartChange between(const Part& first, const Part& second) {
    PartChange change{.kind = first.kind, .id = first.id, .only_in = {}, .changes = {}};
    for (std::size_t i = 0; i < first.sayings.size(); ++i) {
        const Saying& ours = first.sayings[i];
        const Saying& theirs = second.sayings[i];
        if (means_the_same(ours, theirs)) continue;
        change.changes.push_back({ours.what, ours.said, theirs.said});
    }
    return change;
}

}  // namespace

std::vector<PartChange> compare_parts(const Criteria& first, const Criteria& second) {
    const auto ours = parts_of(first);
    const auto theirs = parts_of(second);
    std::vector<PartChange> changes;
    for (const auto& part : ours) {
        const Part* partner = partner_of(part, theirs);
        if (!partner && !is_told_alone(part)) continue;
        auto change = partner ? between(part, *partner) : only_in(Side::first, part);
        if (change.only_in || !change.changes.empty()) changes.push_back(std::move(change));
    }
    for (const auto& part : theirs) {
        if (partner_of(part, ours) || !is_told_alone(part)) continue;
        changes.push_back(only_in(Side::second, part));
    }
    return changes;
}

}  // namespace scr::criteria
