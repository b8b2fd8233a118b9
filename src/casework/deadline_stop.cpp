#include "scr/casework/deadline_stop.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/clocks.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::casework {
namespace {

const criteria::DeadlineRule& rule_named(const criteria::Criteria& criteria,
                                         const std::string& id) {
    std::vector<std::string> ids;
    for (const auto& rule : criteria.deadlines) {
        if (rule.id == id) return rule;
        ids.push_back(rule.id);
    }
    throw Failure(FailureKind::usage, fmt::format("unknown deadline `{}`", id), "",
                  ids.empty()
                      ? fmt::format("{} has no deadlines", criteria.id)
                      : fmt::format("deadlines of {} are {}", criteria.id, text::join(ids, ", ")),
                  text::did_you_mean(id, ids));
}

/// The step that sets the date of this name.
std::string_view command_of(std::string_view until) {
    if (until == "decided_on") return "`scr review decide`";
    if (until == "opened_on") return "`scr review open`";
    if (until == "closed_on") return "`scr review close`";
    return "`scr publish`";
}

/// The newest stop of that clock.
std::optional<DeadlineStop> stop_before(Store& store, const DeadlineStop& stop) {
    auto stops = store.deadline_stops_of(stop.case_reference);
    const auto newest =
        std::ranges::find(stops.rbegin(), stops.rend(), stop.deadline, &DeadlineStop::deadline);
    return newest == stops.rend() ? std::nullopt : std::optional(std::move(*newest));
}

bool same_stop(const DeadlineStop& a, const DeadlineStop& b) {
    return a.on == b.on && a.reference == b.reference;
}

/// A clock that did not run yet on the day on which it is said to be done: possible, for an agency
/// may be told before a date reached us, and more often a slip.
std::string doubt_about(const criteria::DeadlineRule& rule, const CaseSteps& steps,
                        record::CivilDate on) {
    const auto started = steps.reached.find(rule.from);
    if (started == steps.reached.end()) {
        return fmt::format("the clock `{}` has not started: `{}` has no date", rule.id, rule.from);
    }
    if (on >= started->second) return "";
    return fmt::format("the clock `{}` started on {}, after it is said to be done", rule.id,
                       record::to_text(started->second));
}

}  // namespace

StopResult stop_deadline(Store& store, CriteriaLibrary& library, const DeadlineStop& requested,
                         const record::Act& act) {
    const auto change = store.begin(act);
    StopResult result;
    result.stop = requested;
    const auto child = case_named(store, requested.case_reference);
    result.stop.case_reference = child.reference;
    const auto screenings = store.screenings_of(child.reference);
    if (screenings.empty()) {
        result.refusal = record::Refusal{
            fmt::format("{} has not been screened, so its clocks are not known", child.reference),
            fmt::format("`scr screen {}`", child.reference)};
        return result;
    }
    const auto criteria = kept_criteria(store, library, screenings.back().criteria_digest);
    result.rule = rule_named(criteria->criteria, requested.deadline);
    if (stopped_by_a_step(result.rule.until)) {
        result.refusal = record::Refusal{
            fmt::format("the clock `{}` is stopped by {} itself", result.rule.id,
                        command_of(result.rule.until)),
            fmt::format("`scr show {}` lists the clocks of the case", child.reference)};
        return result;
    }
    result.doubt =
        doubt_about(result.rule, steps_of(store, child, criteria->criteria), requested.on);
    // A second stop on another day is a correction and is kept beside the first.
    result.corrects = stop_before(store, result.stop);
    result.already = result.corrects && same_stop(*result.corrects, result.stop);
    if (result.already) {
        result.corrects.reset();
        return result;
    }
    change->add_deadline_stop(result.stop);
    change->commit();
    return result;
}

}  // namespace scr::casework
