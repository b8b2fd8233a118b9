#include <fmt/format.h>

#include <algorithm>

#include "casework/needles.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/review.hpp"
#include "scr/casework/standing.hpp"
#include "scr/casework/unweighed.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::casework {
namespace {

const criteria::ReviewKind& kind_named(const criteria::Criteria& criteria, const std::string& id) {
    if (const auto* kind = criteria.review_kind(id)) return *kind;
    std::vector<std::string> ids;
    for (const auto& kind : criteria.review_kinds) ids.push_back(kind.id);
    throw Failure(FailureKind::usage, fmt::format("unknown kind of review `{}`", id), "",
                  ids.empty()
                      ? fmt::format("{} declares no kind of review", criteria.id)
                      : fmt::format("kinds of {} are {}", criteria.id, text::join(ids, ", ")),
                  text::did_you_mean(id, ids));
}

/// The question whose outcomes the kind follows; the first where it follows none.
std::string followed_determination(const criteria::Criteria& criteria,
                                   const criteria::ReviewKind& kind) {
    for (const auto& determination : criteria.determinations) {
        if (!kind.after.empty() && determination.outcome_of(kind.after.front())) {
            return determination.id;
        }
    }
    return criteria.determinations.front().id;
}

/// What the kind means for one case: the criteria file that declares it there, or why it may not be
/// opened.
struct CaseCheck {
    CriteriaPointer criteria;
    std::optional<record::Refusal> refusal;
};

/// A review follows the decision that it was opened on.
std::optional<record::Refusal> check_day(Store& store, const std::string& reference,
                                         const std::string& determination,
                                         record::CivilDate opened_on) {
    const auto decision = standing_decision(store, reference, determination);
    if (!decision || opened_on >= decision->decided_on) return std::nullopt;
    return record::Refusal{fmt::format("{} was decided on {}, and its review cannot be opened "
                                       "before it",
                                       reference, record::to_text(decision->decided_on)),
                           "give a later day with --on D"};
}

CaseCheck check_case(Store& store, CriteriaLibrary& library, const record::Case& child,
                     const OpenRequest& request) {
    const auto screenings = store.screenings_of(child.reference);
    // Without a screening there is no kind yet; the lifecycle says what comes first.
    if (screenings.empty()) {
        return {nullptr, record::may_open(child.reference, case_standing(store, child),
                                          request.kind, {}, true)};
    }
    auto criteria = kept_criteria(store, library, screenings.back().criteria_digest);
    const auto& kind = kind_named(criteria->criteria, request.kind);
    const auto determination = followed_determination(criteria->criteria, kind);
    const auto standing = case_standing(store, child, determination);
    auto refusal = record::may_open(child.reference, standing, kind.id, kind.after,
                                    !text::trim(request.reason).empty());
    if (!refusal) refusal = check_day(store, child.reference, determination, request.opened_on);
    return {std::move(criteria), std::move(refusal)};
}

std::vector<std::string> references_of(const std::vector<record::Case>& cases) {
    std::vector<std::string> references;
    for (const auto& child : cases) references.push_back(child.reference);
    return references;
}

/// The review that the same command opened before.
std::optional<record::Review> same_review(Store& store, const std::string& kind,
                                          const std::string& pseudonym,
                                          std::vector<std::string> wanted) {
    std::ranges::sort(wanted);
    for (auto& review : store.reviews_of(wanted.front())) {
        auto cases = review.cases;
        std::ranges::sort(cases);
        if (!review.closed_on && review.kind == kind && review.pseudonym == pseudonym &&
            cases == wanted) {
            return std::move(review);
        }
    }
    return std::nullopt;
}

}  // namespace

OpenResult open_review(Store& store, CriteriaLibrary& library, const OpenRequest& request,
                       const record::Act& act) {
    const std::string pseudonym(text::trim(request.pseudonym));
    if (pseudonym.empty()) throw Failure(FailureKind::usage, "a review needs a pseudonym");
    const auto change = store.begin(act);
    const auto cases = cases_named(store, request.cases);
    const auto references = references_of(cases);
    OpenResult result;
    if (auto same = same_review(store, request.kind, pseudonym, references)) {
        result.review = std::move(*same);
        result.already = true;
        return result;
    }
    CriteriaPointer criteria;
    for (const auto& child : cases) {
        auto check = check_case(store, library, child, request);
        if (check.refusal) result.refusals.push_back(std::move(*check.refusal));
        if (!criteria) criteria = check.criteria;
    }
    const auto needles = needles_of(store, references);
    result.identities_recorded = holds_name(needles);
    result.leaks = publication::find_leaks({{pseudonym, "pseudonym"}}, needles);
    if (!result.refusals.empty() || !result.leaks.empty()) return result;

    result.review = {.reference = "",
                     .kind = request.kind,
                     .kind_label = kind_named(criteria->criteria, request.kind).label,
                     .pseudonym = pseudonym,
                     .cases = references,
                     .criteria_digest = criteria->digest,
                     .reason = std::string(text::trim(request.reason)),
                     .opened_on = request.opened_on,
                     .closed_on = {}};
    result.unweighed = unweighed_of(store, library, result.review);
    result.review.reference = change->add_review(result.review);
    change->commit();
    return result;
}

}  // namespace scr::casework
