#include "scr/casework/weigh.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/weighed_factors.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::casework {
namespace {

std::vector<std::string> names_of(const criteria::Criteria& criteria,
                                  const std::vector<criteria::FactorPlace>& places, bool full) {
    std::vector<std::string> names;
    for (const auto place : places) {
        names.push_back(full ? criteria::full_factor_name(criteria, place)
                             : criteria::factor_name(criteria, place));
    }
    return names;
}

[[noreturn]] void refuse_factor(const criteria::Criteria& criteria, const std::string& name) {
    const auto all = criteria::factors_of(criteria);
    const auto names = names_of(criteria, all, false);
    const bool full = name.find('.') != std::string::npos;
    throw Failure(FailureKind::usage, fmt::format("unknown factor `{}`", name), "",
                  names.empty()
                      ? fmt::format("{} has no checklists", criteria.id)
                      : fmt::format("factors of {} are {}", criteria.id, text::join(names, ", ")),
                  text::did_you_mean(name, full ? names_of(criteria, all, true) : names));
}

criteria::FactorPlace factor_named(const criteria::Criteria& criteria, const std::string& name) {
    const auto places = criteria::factors_called(criteria, name);
    if (places.empty()) refuse_factor(criteria, name);
    if (places.size() == 1) return places.front();
    const auto names = names_of(criteria, places, true);
    throw Failure(FailureKind::usage, fmt::format("`{}` is a factor of several checklists", name),
                  "", fmt::format("factors of that name are {}", text::join(names, ", ")),
                  fmt::format("name one: {}", names.front()));
}

void require_answer(const criteria::Checklist& checklist, const std::string& answer) {
    if (std::ranges::find(checklist.answers, answer) != checklist.answers.end()) return;
    throw Failure(
        FailureKind::usage, fmt::format("unknown answer `{}`", answer), "",
        fmt::format("answers of {} are {}", checklist.id, text::join(checklist.answers, ", ")),
        text::did_you_mean(answer, checklist.answers));
}

/// A checklist that is weighed before no kind in particular is weighed before any.
bool is_weighed_before(const criteria::Checklist& checklist, const std::string& kind) {
    return checklist.before.empty() ||
           std::ranges::find(checklist.before, kind) != checklist.before.end();
}

record::WeighingStanding weighing_standing(Store& store, const std::string& case_reference,
                                           const criteria::Checklist& checklist) {
    record::WeighingStanding standing{.screened = true};
    for (const auto& review : store.reviews_of(case_reference)) {
        if (!is_weighed_before(checklist, review.kind)) continue;
        standing.closed_review = review.closed_on ? std::optional(review.reference) : std::nullopt;
    }
    return standing;
}

/// Whether both say the same; when and by whom it was typed in is no part, nor is a day that
/// nobody gave.
bool is_same(const record::Weighing& standing, const record::Weighing& wanted, bool day_given) {
    return standing.criteria_digest == wanted.criteria_digest && standing.answer == wanted.answer &&
           standing.reason == wanted.reason &&
           (!day_given || standing.weighed_on == wanted.weighed_on);
}

/// Possible where the paper came after the talk, and more often a slip.
std::string doubt_about(const record::Weighing& weighing, record::CivilDate received_on) {
    if (weighing.weighed_on >= received_on) return "";
    return fmt::format("the meeting on {} lies before {} was received on {}",
                       record::to_text(weighing.weighed_on), weighing.case_reference,
                       record::to_text(received_on));
}

std::optional<record::Weighing> standing_on(const criteria::Criteria& criteria,
                                            criteria::FactorPlace place,
                                            const std::vector<record::Weighing>& weighings) {
    for (auto& factor : weighed_factors(criteria, weighings)) {
        if (factor.place == place) return std::move(factor.weighing);
    }
    return std::nullopt;
}

CaseWeighing entry_for(Store& store, const LoadedCriteria& loaded, criteria::FactorPlace place,
                       const record::Case& child, const WeighRequest& request) {
    const auto& checklist = loaded.criteria.checklists[place.checklist];
    const auto& factor = checklist.factors[place.factor];
    CaseWeighing entry;
    entry.text = factor.text;
    entry.weighing = {.case_reference = child.reference,
                      .criteria_digest = loaded.digest,
                      .checklist = checklist.id,
                      .factor = factor.id,
                      .answer = request.answer,
                      .reason = std::string(text::trim(request.reason)),
                      .weighed_on = request.meeting_on.value_or(request.today),
                      .recorded_at = "",
                      .recorded_by = ""};
    auto standing = standing_on(loaded.criteria, place, store.weighings_of(child.reference));
    entry.already = standing && is_same(*standing, entry.weighing, request.meeting_on.has_value());
    if (entry.already)
        entry.weighing = std::move(*standing);
    else
        entry.supersedes = std::move(standing);
    entry.doubt =
        doubt_about(entry.weighing, store.notification(child.notification).value().received_on);
    return entry;
}

void weigh_one(Store& store, CriteriaLibrary& library, const record::Case& child,
               const WeighRequest& request, WeighResult& result) {
    const auto screenings = store.screenings_of(child.reference);
    // Without a screening there are no criteria yet; the lifecycle says what comes first.
    if (screenings.empty()) {
        result.refusals.push_back(record::may_weigh(child.reference, "", {}).value());
        return;
    }
    const auto criteria = kept_criteria(store, library, screenings.back().criteria_digest);
    const auto place = factor_named(criteria->criteria, request.factor);
    const auto& checklist = criteria->criteria.checklists[place.checklist];
    require_answer(checklist, request.answer);
    auto entry = entry_for(store, *criteria, place, child, request);
    const auto standing = weighing_standing(store, child.reference, checklist);
    // The same again adds nothing, and so also after the review is closed.
    auto refusal =
        entry.already ? std::nullopt : record::may_weigh(child.reference, checklist.id, standing);
    if (refusal) result.refusals.push_back(std::move(*refusal));
    result.cases.push_back(std::move(entry));
}

}  // namespace

WeighResult weigh(Store& store, CriteriaLibrary& library, const WeighRequest& request,
                  const record::Act& act) {
    if (text::trim(request.reason).empty())
        throw Failure(FailureKind::refused, "the reason is empty", "",
                      "a factor is weighed with an answer and a reason");
    const auto change = store.begin(act);
    WeighResult result;
    for (const auto& child : cases_named(store, request.cases))
        weigh_one(store, library, child, request, result);
    if (!result.refusals.empty()) return result;
    for (const auto& entry : result.cases) {
        if (!entry.already) change->add_weighing(entry.weighing);
    }
    change->commit();
    return result;
}

}  // namespace scr::casework
