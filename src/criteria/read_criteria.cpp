#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "criteria/draft.hpp"
#include "criteria/fact_reading.hpp"
#include "criteria/rule_reading.hpp"
#include "criteria/words.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

void read_regime_date(TableReader& head, Draft& draft) {
    const Text* const column = head.required_text("regime_date");
    if (!column) return;
    std::vector<std::string> events = date_columns();
    std::erase(events, "date_of_birth");  // an identity, and no event of the case
    draft.criteria.regime_date = column->value;
    if (std::find(events.begin(), events.end(), column->value) == events.end())
        draft.faults.add(column->span(), fmt::format("unknown date `{}`", column->value),
                         fmt::format("dates are {}", text::join(events, ", ")),
                         draft.faults.did_you_mean(column->value, events));
}

void read_in_force(TableReader& head, Draft& draft) {
    auto period = head.table("in_force");
    if (!period) return;
    if (const DateText* const from = period->date("from"))
        draft.criteria.in_force_from = from->value;
    if (const DateText* const to = period->date("to")) draft.criteria.in_force_to = to->value;
    period->refuse_unknown_keys();
    const std::string& from = draft.criteria.in_force_from;
    const std::string& to = draft.criteria.in_force_to;
    if (!from.empty() && !to.empty() && from > to)
        draft.faults.add(period->place(), "the file is in force until before it begins", "",
                         fmt::format("write `{{ from = {}, to = {} }}`", to, from));
}

void check_file_id(const Text& id, Draft& draft) {
    if (!is_file_id(id.value))
        draft.faults.add(id.span(), fmt::format("not an id of a file: `{}`", id.value),
                         "it is small letters, digits, underscores and hyphens, a letter first");
}

void read_head(TableReader& root, Draft& draft) {
    auto head = root.table("criteria");
    if (!head) {
        if (!root.entry("criteria"))
            draft.faults.add({}, "the file has no `[criteria]`", "",
                             "begin it with `[criteria]`, its id, title, kind and jurisdiction");
        return;
    }
    Criteria& criteria = draft.criteria;
    criteria.period_span = head->span_of("in_force");
    if (const Text* const id = head->required_text("id")) {
        criteria.id = id->value;
        check_file_id(*id, draft);
    }
    if (const Text* const title = head->required_text("title")) criteria.title = title->value;
    if (const Text* const kind = head->required_text("kind")) criteria.kind = kind->value;
    if (const Text* const jurisdiction = head->required_text("jurisdiction"))
        criteria.jurisdiction = jurisdiction->value;
    read_regime_date(*head, draft);
    read_in_force(*head, draft);
    for (const Text* const other : head->texts("overlaps")) {
        check_file_id(*other, draft);
        criteria.overlaps.push_back(other->value);
    }
    head->refuse_unknown_keys();
}

void read_decision(TableReader& root, Draft& draft) {
    auto decision = root.table("decision");
    if (!decision) return;
    Criteria& criteria = draft.criteria;
    criteria.recommended_by = decision->text_or("recommended_by", criteria.recommended_by);
    criteria.decided_by = decision->text_or("decided_by", criteria.decided_by);
    decision->refuse_unknown_keys();
}

void read_publication(TableReader& root, Draft& draft) {
    auto publication = root.table("publication");
    if (!publication) return;
    if (const Text* const period = publication->text("available_for")) {
        draft.criteria.available_for = text::trim(period->value);
        if (!is_period(draft.criteria.available_for)) refuse_period(*period, draft);
    }
    publication->refuse_unknown_keys();
}

void require_rules(TableReader& root, Draft& draft) {
    if (draft.criteria.facts.empty() && !root.entry("fact"))
        draft.faults.add({}, "the file has no fact", "", "add a table `[fact.NAME]`");
    if (draft.criteria.determinations.empty() && !root.entry("determination"))
        draft.faults.add({}, "the file has no determination", "",
                         "add a table `[determination.NAME]`");
}

/// In an order in which whatever is named has been read before.
void read_rules(TableReader& root, Draft& draft) {
    read_sources(root, draft);
    read_facts(root, draft);
    read_determinations(root, draft);
    require_rules(root, draft);
    auto conditions = read_condition_names(root, draft);
    Resolver resolver(draft);
    read_condition_tests(conditions, resolver, draft);
    read_impossible(root, resolver, draft);
    read_criterion_list(root, resolver, draft);
    read_deadlines(root, resolver, draft);
    read_review_kinds(root, draft);
    read_checklists(root, draft);
    read_examples(root, draft);
    read_claims(root, resolver, draft);
}

}  // namespace

std::optional<CriteriaHead> read_head(const Document& document) {
    Draft draft;
    TableReader root(document.root, {}, "the file", draft.faults);
    read_head(root, draft);
    if (!draft.faults.found().empty()) return std::nullopt;
    return std::move(static_cast<CriteriaHead&>(draft.criteria));
}

ReadResult read_criteria(const Document& document) {
    Draft draft;
    TableReader root(document.root, {}, "the file", draft.faults);
    read_head(root, draft);
    read_rules(root, draft);
    read_decision(root, draft);
    read_publication(root, draft);
    root.refuse_unknown_keys();
    tidy(draft.faults.found());
    ReadResult result;
    result.diagnostics = std::move(draft.faults.found());
    if (result.diagnostics.empty()) result.criteria = std::move(draft.criteria);
    return result;
}

}  // namespace scr::criteria
