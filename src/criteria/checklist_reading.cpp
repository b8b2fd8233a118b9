// Checklists: what people weigh before a review, with an answer and a reason for each factor.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "criteria/rule_reading.hpp"
#include "criteria/words.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

constexpr std::size_t fewest_answers = 2;  // one alone would leave nothing to weigh

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::ranges::find(list, item) != list.end();
}

/// Whether the kinds were read without a fault of their own, so that a name can be held to them.
bool are_known(TableReader& root, const std::vector<std::string>& kinds) {
    return kinds.empty() ? root.entry("review_kind") == nullptr : !contains(kinds, "");
}

void read_before(TableReader& root, TableReader& table, Checklist& checklist, Draft& draft) {
    const auto kinds = ids_of(draft.criteria.review_kinds);
    const bool known = are_known(root, kinds);
    for (const Text* const kind : table.texts("before")) {
        checklist.before.push_back(kind->value);
        if (!known || contains(kinds, kind->value)) continue;
        draft.faults.add(kind->span(), fmt::format("unknown review kind `{}`", kind->value),
                         kinds.empty()
                             ? "the file has no review kind"
                             : fmt::format("review kinds are {}", text::join(kinds, ", ")),
                         draft.faults.did_you_mean(kind->value, kinds));
    }
}

void add_answer(const Text& answer, std::vector<std::string>& answers, Draft& draft) {
    if (!is_answer(answer.value))
        draft.faults.add(answer.span(), fmt::format("not an answer: `{}`", answer.value),
                         "an answer is small letters, digits, underscores and hyphens");
    else if (contains(answers, answer.value))
        draft.faults.add(answer.span(), fmt::format("`{}` is there twice", answer.value));
    answers.push_back(answer.value);
}

std::vector<std::string> read_answers(TableReader& table, Draft& draft) {
    if (!table.entry("answers")) return {"yes", "no", "unknown"};
    const std::size_t faults_before = draft.faults.size();
    std::vector<std::string> answers;
    for (const Text* const answer : table.texts("answers")) add_answer(*answer, answers, draft);
    if (draft.faults.size() == faults_before && answers.size() < fewest_answers)
        draft.faults.add(
            table.span_of("answers"), fmt::format("{} has fewer than two answers", table.what()),
            "a factor is weighed between answers", "leave `answers` out for yes, no and unknown");
    return answers;
}

void read_factors(TableReader& table, Checklist& checklist, Draft& draft) {
    Ids ids;
    const std::size_t faults_before = draft.faults.size();
    const std::string header = fmt::format("checklist.{}.factor", checklist.id);
    for (TableReader& row : table.list("factor", "factor", header)) {
        Factor factor;
        factor.id = read_id(row, "factor", ids, draft);
        factor.span = row.span_of("id");
        if (const Text* const text = row.required_text("text")) factor.text = text->value;
        factor.cite = read_citations(row, draft);
        row.refuse_unknown_keys();
        checklist.factors.push_back(std::move(factor));
    }
    if (checklist.factors.empty() && draft.faults.size() == faults_before)
        draft.faults.add(table.span_of("factor"), fmt::format("{} has no factors", table.what()),
                         "", fmt::format("write `[[{}]]` above each of them", header));
}

}  // namespace

void read_checklists(TableReader& root, Draft& draft) {
    for (auto& [entry, table] : root.named("checklist")) {
        Checklist checklist;
        checklist.id = entry->key;
        if (const Text* const title = table.required_text("title")) checklist.title = title->value;
        read_before(root, table, checklist, draft);
        checklist.answers = read_answers(table, draft);
        checklist.cite = read_citations(table, draft);
        read_factors(table, checklist, draft);
        table.refuse_unknown_keys();
        draft.criteria.checklists.push_back(std::move(checklist));
    }
}

}  // namespace scr::criteria
