#include "scr/casework/decide.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/standing.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::casework {
namespace {

std::vector<std::string> outcome_ids(const criteria::Criteria& criteria) {
    std::vector<std::string> ids;
    for (const auto& determination : criteria.determinations) {
        for (const auto& outcome : determination.outcomes) ids.push_back(outcome.id);
    }
    return ids;
}

void require_outcome(const criteria::Criteria& criteria, const std::string& outcome) {
    const auto ids = outcome_ids(criteria);
    if (std::ranges::find(ids, outcome) != ids.end()) return;
    throw Failure(FailureKind::usage, fmt::format("unknown outcome `{}`", outcome), "",
                  fmt::format("outcomes of {} are {}", criteria.id, text::join(ids, ", ")),
                  text::did_you_mean(outcome, ids));
}

std::vector<std::string> determinations_with(const criteria::Criteria& criteria,
                                             const DecideRequest& request) {
    std::vector<std::string> ids;
    for (const auto& determination : criteria.determinations) {
        if (determination.outcome_of(request.recommended) &&
            determination.outcome_of(request.decided)) {
            ids.push_back(determination.id);
        }
    }
    return ids;
}

/// The question that both outcomes answer.
std::string determination_of(const criteria::Criteria& criteria, const DecideRequest& request) {
    require_outcome(criteria, request.recommended);
    require_outcome(criteria, request.decided);
    const auto ids = determinations_with(criteria, request);
    if (ids.empty()) {
        throw Failure(FailureKind::usage,
                      fmt::format("`{}` and `{}` answer different questions", request.recommended,
                                  request.decided),
                      "", "a recommendation and its decision are outcomes of one determination");
    }
    if (request.determination.empty()) {
        if (ids.size() == 1) return ids.front();
        throw Failure(FailureKind::usage,
                      fmt::format("{} have these outcomes", text::join_in_words(ids)), "", "",
                      fmt::format("name one: --determination {}", ids.front()));
    }
    if (std::ranges::find(ids, request.determination) != ids.end()) return request.determination;
    throw Failure(
        FailureKind::usage,
        fmt::format("`{}` is no determination with these outcomes", request.determination), "",
        "determinations with them are " + text::join(ids, ", "),
        text::did_you_mean(request.determination, ids));
}

record::DeterminationResult result_of(const record::ScreeningRecord& screening,
                                      const std::string& determination) {
    for (const auto& result : screening.results) {
        if (result.determination == determination) return result;
    }
    throw Failure(FailureKind::store, "a screening does not answer a question of its own criteria",
                  screening.reference, "", "scr audit verify");
}

/// Whether both say the same of the same screening; when and by whom it was typed in is no part.
bool is_same(const record::Decision& a, const record::Decision& b) {
    return a.determination == b.determination && a.meeting_on == b.meeting_on &&
           a.recommended == b.recommended && a.decided == b.decided &&
           a.decided_on == b.decided_on && a.reasons == b.reasons && a.screening == b.screening;
}

record::Refusal reason_needed(const CaseDecision& entry) {
    const auto& decision = entry.decision;
    const auto& machine = entry.machine;
    const bool undetermined = machine.possible.size() != 1;
    return {
        undetermined
            ? fmt::format("the screening of {} left `{}` undetermined: what was decided needs a "
                          "reason",
                          decision.case_reference, decision.determination)
            : fmt::format("the screening of {} says `{}`: recommending `{}` and deciding `{}` "
                          "needs a reason",
                          decision.case_reference, machine.outcome, decision.recommended,
                          decision.decided),
        "give the reason with --reason-file F"};
}

/// Possible where the paper came after the talk, and more often a slip.
std::string doubt_about(const record::Decision& decision, record::CivilDate received_on) {
    if (decision.meeting_on >= received_on) return "";
    return fmt::format("the meeting on {} lies before {} was received on {}",
                       record::to_text(decision.meeting_on), decision.case_reference,
                       record::to_text(received_on));
}

CaseDecision entry_for(Store& store, CriteriaLibrary& library, const DecideRequest& request,
                       const record::Case& child, const record::ScreeningRecord& screening) {
    CaseDecision entry;
    entry.criteria = kept_criteria(store, library, screening.criteria_digest);
    auto& decision = entry.decision;
    decision.case_reference = child.reference;
    decision.determination = determination_of(entry.criteria->criteria, request);
    decision.meeting_on = request.meeting_on;
    decision.recommended = request.recommended;
    decision.decided = request.decided;
    decision.decided_on = request.decided_on;
    decision.reasons = text::trim(request.reasons);
    decision.screening = screening.reference;
    entry.machine = result_of(screening, decision.determination);
    entry.departs =
        entry.machine.outcome != decision.recommended || entry.machine.outcome != decision.decided;
    entry.doubt = doubt_about(decision, store.notification(child.notification).value().received_on);
    entry.supersedes = standing_decision(store, child.reference, decision.determination);
    entry.already = entry.supersedes && is_same(*entry.supersedes, decision);
    if (entry.already) entry.supersedes.reset();
    return entry;
}

}  // namespace

DecideResult decide(Store& store, CriteriaLibrary& library, const DecideRequest& request,
                    const record::Act& act) {
    // Begun before anything is read, so that nobody changes the facts between look and decision.
    const auto change = store.begin(act);
    DecideResult result;
    if (request.decided_on < request.meeting_on) {
        result.refusals.push_back(
            {fmt::format("a decision of {} cannot follow a meeting on {}",
                         record::to_text(request.decided_on), record::to_text(request.meeting_on)),
             "give the day of the decision with --decided-on D"});
        return result;
    }
    for (const auto& child : cases_named(store, request.cases)) {
        if (auto refusal = may_decide(child.reference, case_standing(store, child))) {
            result.refusals.push_back(std::move(*refusal));
            continue;
        }
        auto entry =
            entry_for(store, library, request, child, current_screening(store, child).value());
        if (entry.departs && entry.decision.reasons.empty()) {
            result.refusals.push_back(reason_needed(entry));
        }
        result.cases.push_back(std::move(entry));
    }
    if (!result.refusals.empty()) return result;
    for (const auto& entry : result.cases) {
        if (!entry.already) change->add_decision(entry.decision);
    }
    change->commit();
    return result;
}

}  // namespace scr::casework
