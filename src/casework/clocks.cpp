#include "scr/casework/clocks.hpp"

#include <algorithm>
#include <array>

#include "scr/casework/criteria_choice.hpp"

namespace scr::casework {
namespace {

constexpr std::array<std::string_view, 4> stopping_steps{"decided_on", "opened_on", "closed_on",
                                                         "published_on"};

/// The first decision stops what waited for one; where it is changed, the new one starts the
/// clocks of a decision anew. The two are kept under names of their own.
constexpr const char* first_decision = "first decided_on";

void read_decisions(Store& store, const record::Case& child, const std::string& question,
                    CaseSteps& steps) {
    for (const auto& decision : store.decisions_of(child.reference)) {
        if (decision.determination != question) continue;
        steps.reached.emplace(first_decision, decision.decided_on);
        steps.reached["decided_on"] = decision.decided_on;
    }
}

void read_publication(Store& store, const std::string& review, CaseSteps& steps) {
    for (const auto& publication : store.publications()) {
        if (publication.review != review) continue;
        // A publication to come has a date as well, and it is the planned one.
        steps.reached.emplace("planned_publication_on", publication.published_on);
        steps.reached.emplace("published_on", publication.published_on);
    }
}

void read_review(Store& store, const record::Case& child, CaseSteps& steps) {
    const auto reviews = store.reviews_of(child.reference);
    if (reviews.empty()) return;
    const auto& review = reviews.back();
    steps.reached["opened_on"] = review.opened_on;
    if (review.closed_on) steps.reached["closed_on"] = *review.closed_on;
    read_publication(store, review.reference, steps);
}

std::optional<record::CivilDate> reached(const CaseSteps& steps, const std::string& step) {
    const auto found = steps.reached.find(step);
    return found == steps.reached.end() ? std::nullopt : std::optional(found->second);
}

std::optional<record::CivilDate> stop_of(const criteria::DeadlineRule& rule, const CaseSteps& steps,
                                         std::optional<record::CivilDate> started, Clock& clock) {
    if (stopped_by_a_step(rule.until)) {
        return reached(steps, rule.until == "decided_on" ? first_decision : rule.until);
    }
    const auto stop = steps.stopped.find(rule.id);
    if (stop == steps.stopped.end()) return std::nullopt;
    const bool decision_changed =
        rule.from == "decided_on" && reached(steps, first_decision) != reached(steps, "decided_on");
    // Who was told of the first decision has not been told of the second.
    if (decision_changed && started && stop->second.on < *started) return std::nullopt;
    clock.stop_reference = stop->second.reference;
    return stop->second.on;
}

Clock clock_of(const criteria::Criteria& criteria, const criteria::DeadlineRule& rule,
               const CaseSteps& steps, record::CivilDate today, const record::Calendar& calendar) {
    Clock clock;
    clock.id = rule.id;
    clock.within = rule.within;
    clock.from = rule.from;
    clock.until = rule.until;
    clock.owner = rule.owner;
    clock.force = to_text(rule.force);
    clock.citation = criteria.citations_text(rule.cite);
    const record::Deadline deadline{
        rule.id,    record::parse_period(rule.within).value_or(record::Period{}),
        rule.from,  rule.until,
        rule.owner, clock.force};
    const auto started = reached(steps, rule.from);
    const auto stopped = stop_of(rule, steps, started, clock);
    clock.status = record::assess(deadline, started, stopped, today, calendar);
    return clock;
}

}  // namespace

CaseSteps steps_of(const record::CaseDates& dates, record::CivilDate received_on) {
    CaseSteps steps;
    for (const auto& column : criteria::date_columns()) {
        if (const auto date = date_of(dates, column)) steps.reached[column] = *date;
    }
    steps.reached.emplace("received_on", received_on);
    return steps;
}

CaseSteps steps_of(Store& store, const record::Case& child, const criteria::Criteria& criteria) {
    auto steps =
        steps_of(child.facts.dates, store.notification(child.notification).value().received_on);
    read_decisions(store, child, criteria.determinations.front().id, steps);
    read_review(store, child, steps);
    for (auto& stop : store.deadline_stops_of(child.reference)) {
        steps.stopped[stop.deadline] = std::move(stop);
    }
    return steps;
}

std::vector<Clock> clocks(const criteria::Criteria& criteria,
                          const std::vector<criteria::Truth>& runs, const CaseSteps& steps,
                          record::CivilDate today, const record::Calendar& calendar) {
    std::vector<Clock> result;
    for (std::size_t i = 0; i < criteria.deadlines.size(); ++i) {
        if (runs[i] == criteria::Truth::fails) continue;
        result.push_back(clock_of(criteria, criteria.deadlines[i], steps, today, calendar));
        result.back().may_run = runs[i] == criteria::Truth::open;
    }
    return result;
}

bool stopped_by_a_step(std::string_view until) {
    return std::ranges::find(stopping_steps, until) != stopping_steps.end();
}

}  // namespace scr::casework
