#include "scr/casework/notify_interview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scr/criteria/cell.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"

namespace scr::casework {
namespace {

using criteria::Objection;
using StepKind = InterviewStep::Kind;

/// No label is longer; a text that is belongs into a file.
constexpr std::size_t longest_text = 4096;

bool is_given(const FormField& field, const IncomingRecord& record) {
    return field.date != nullptr ? (record.dates.*field.date).has_value()
                                 : !(record.*field.text).empty();
}

bool names_the_notification(const FormField& field) {
    return field.column == "agency" || field.column == "incident";
}

std::optional<bool> yes_or_no(std::string_view typed) {
    const auto word = text::to_lower(text::trim(typed));
    if (word == "y" || word == "yes") return true;
    if (word == "n" || word == "no") return false;
    return std::nullopt;
}

std::optional<Objection> objection_to_text(const std::string& typed) {
    if (typed.size() > longest_text) {
        return Objection{fmt::format("it is longer than {} bytes", longest_text), ""};
    }
    if (text::first_invalid_utf8(typed)) return Objection{"it is not UTF-8", ""};
    return std::nullopt;
}

}  // namespace

std::span<const FormField> form_fields() {
    using record::CaseDates;
    static constexpr std::string_view day = "YYYY-MM-DD, today or yesterday; Enter: not known";
    static constexpr std::array fields{
        FormField{"incident_on", "When was the incident?", day, &CaseDates::incident_on},
        FormField{"died_on", "When did the child die?",
                  "YYYY-MM-DD, today or yesterday; Enter: did not, or not known",
                  &CaseDates::died_on},
        FormField{"harmed_on", "When was the child harmed?",
                  "YYYY-MM-DD, today or yesterday; Enter: was not, or not known",
                  &CaseDates::harmed_on},
        FormField{"received_on", "When did the notification arrive?",
                  "YYYY-MM-DD, today or yesterday; Enter: today", &CaseDates::received_on},
        FormField{"became_aware_on", "When did the authority become aware?", day,
                  &CaseDates::became_aware_on},
        FormField{"agency", "Which agency sent it?", "Enter leaves it out", nullptr,
                  &IncomingRecord::agency},
        FormField{"ref", "What is the agency's own reference?", "Enter leaves it out", nullptr,
                  &IncomingRecord::ref},
        FormField{"incident", "How does the agency label the incident?",
                  "children of one incident have the same label; Enter leaves it out", nullptr,
                  &IncomingRecord::incident},
        FormField{"child", "How does the agency label the child?",
                  "a label such as a or 2, not a name; Enter leaves it out", nullptr,
                  &IncomingRecord::child},
    };
    return fields;
}

NotifyInterview::NotifyInterview(Rules rules) : rules_(std::move(rules)) {
    if (rules_.only_facts || is_given(form_fields().front(), rules_.given)) begin_facts();
}

void NotifyInterview::begin_facts() {
    const auto typed = fields_.find(0);
    const auto day = typed == fields_.end() ? rules_.given.dates.incident_on
                                            : record::parse_civil_date(typed->second);
    criteria_ = rules_.choose(day);
    screener_ = std::make_unique<criteria::Screener>(criteria_->criteria);
    facts_ = std::make_unique<criteria::Interview>(*screener_, rules_.order);
}

void NotifyInterview::forget_facts() {
    facts_.reset();
    screener_.reset();
    criteria_.reset();
}

void NotifyInterview::set_order(Order order) {
    rules_.order = order;
    if (facts_) facts_->set_order(order);
}

std::optional<InterviewStep> NotifyInterview::field_after(std::size_t first) const {
    for (std::size_t i = first; i < form_fields().size(); ++i) {
        const auto& field = form_fields()[i];
        if (fields_.contains(i) || is_given(field, rules_.given)) continue;
        if (rules_.joins && names_the_notification(field)) continue;
        return InterviewStep{StepKind::field, i, true};
    }
    return std::nullopt;
}

/// A judgement that the criteria accept only with a written ground, and that has none yet.
std::optional<std::size_t> NotifyInterview::ungrounded() const {
    for (const std::size_t fact : facts_->answered()) {
        const auto& answer = facts_->answers()[fact];
        const auto& needed = criteria_->criteria.facts[fact].ground_required_for;
        if (answer.state == criteria::Answer::State::given && !grounds_.contains(fact) &&
            std::ranges::find(needed, answer.value) != needed.end()) {
            return fact;
        }
    }
    return std::nullopt;
}

InterviewStep NotifyInterview::next() {
    if (!facts_) return {StepKind::field, 0, true};
    if (const auto fact = ungrounded(); fact && !rules_.only_facts) {
        return {StepKind::ground, *fact};
    }
    if (const auto fact = facts_->next()) return {StepKind::fact, *fact};
    if (const auto fact = facts_->next_not_silent(); fact && !rules_.only_facts) {
        return {StepKind::fact, *fact};
    }
    if (const auto fact = facts_->next_for_the_record(); fact && rest_.value_or(true)) {
        return rest_ ? InterviewStep{StepKind::fact, *fact, true}
                     : InterviewStep{StepKind::rest, 0};
    }
    if (rules_.only_facts) return {};
    return field_after(1).value_or(InterviewStep{});
}

std::optional<Objection> NotifyInterview::take_field(std::size_t index, const std::string& typed) {
    const auto& field = form_fields()[index];
    if (const auto problem = objection_to_text(typed)) return problem;
    if (field.date != nullptr && !typed.empty()) {
        const auto date = record::parse_civil_date(typed);
        if (!date) return Objection{"that is no date", "dates are written YYYY-MM-DD"};
        if (*date > rules_.today && !rules_.planned) {
            return Objection{fmt::format("{} lies in the future", typed), ""};
        }
    }
    fields_[index] = typed;
    if (index == 0) begin_facts();
    return std::nullopt;
}

std::optional<Objection> NotifyInterview::take_fact(const InterviewStep& step,
                                                    const std::string& typed) {
    if (!typed.empty() || !step.may_be_left_out) return facts_->take(step.index, typed);
    facts_->leave_out(step.index);
    return std::nullopt;
}

std::optional<Objection> NotifyInterview::take(const InterviewStep& step,
                                               const std::string& typed) {
    const std::string trimmed(text::trim(typed));
    std::optional<Objection> problem;
    switch (step.kind) {
        case StepKind::field: problem = take_field(step.index, trimmed); break;
        case StepKind::fact: problem = take_fact(step, trimmed); break;
        case StepKind::ground:
            problem =
                trimmed.empty() ? Objection{"that is no ground", ""} : objection_to_text(trimmed);
            if (!problem) grounds_[step.index] = trimmed;
            break;
        case StepKind::rest:
            rest_ = yes_or_no(trimmed);
            if (!rest_) problem = Objection{"that is neither yes nor no", ""};
            break;
        case StepKind::confirm: return Objection{"there is nothing left to answer", ""};
    }
    if (!problem) steps_.push_back(step);
    return problem;
}

void NotifyInterview::undo(const InterviewStep& step) {
    switch (step.kind) {
        case StepKind::field:
            fields_.erase(step.index);
            if (step.index == 0) forget_facts();
            return;
        case StepKind::fact: facts_->go_back(); return;
        case StepKind::ground: grounds_.erase(step.index); return;
        case StepKind::rest: rest_.reset(); return;
        case StepKind::confirm: return;
    }
}

bool NotifyInterview::go_back() {
    if (steps_.empty()) return false;
    undo(steps_.back());
    steps_.pop_back();
    return true;
}

std::string NotifyInterview::name_of(const InterviewStep& step,
                                     const criteria::Criteria* criteria) {
    switch (step.kind) {
        case StepKind::field: return std::string(form_fields()[step.index].column);
        case StepKind::fact: return criteria->facts[step.index].id;
        case StepKind::ground: return criteria->facts[step.index].id + ".ground";
        case StepKind::rest: return "rest.asked";
        case StepKind::confirm: break;
    }
    return "";
}

std::size_t NotifyInterview::replay(const std::vector<InterviewEntry>& entries) {
    std::size_t fitting = 0;
    for (const auto& entry : entries) {
        if (entry.name == undone) {
            if (!go_back()) break;
        } else {
            const auto step = next();
            if (name_of(step, criteria_ ? &criteria_->criteria : nullptr) != entry.name) break;
            if (take(step, entry.value)) break;
        }
        ++fitting;
    }
    return fitting;
}

std::size_t NotifyInterview::count(const std::vector<InterviewEntry>& entries) {
    std::size_t left = 0;
    for (const auto& entry : entries) left = entry.name == undone ? left - 1 : left + 1;
    return left;
}

IncomingRecord NotifyInterview::record() {
    IncomingRecord record = rules_.given;
    for (const auto& [index, typed] : fields_) {
        const auto& field = form_fields()[index];
        if (field.date != nullptr) {
            record.dates.*field.date = record::parse_civil_date(typed);
        } else {
            record.*field.text = typed;
        }
    }
    if (!facts_) return record;
    record.answers = facts_->answers();
    for (const auto& [fact, answer] : facts_->implied()) {
        record.answers[fact] = answer;
        record.attributions[fact].source = "the other answers";
    }
    for (const auto& [fact, ground] : grounds_) record.attributions[fact].ground = ground;
    return record;
}

}  // namespace scr::casework
