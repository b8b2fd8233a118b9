#include "scr/casework/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

/// The day of an instant that the store wrote.
record::CivilDate day_of(const std::string& instant) {
    return record::parse_civil_date(std::string_view(instant).substr(0, 10)).value();
}

class Timeline {
 public:
    Timeline(Store& store, const record::Case& child) : store_(store), child_(child) {}

    std::vector<TimelineEntry> take() {
        add_facts_and_screenings();
        for (const auto& decision : store_.decisions_of(child_.reference)) add(decision);
        for (const auto& stop : store_.deadline_stops_of(child_.reference)) add(stop);
        for (const auto& weighing : store_.weighings_of(child_.reference)) add(weighing);
        for (const auto& review : store_.reviews_of(child_.reference)) add(review);
        std::ranges::stable_sort(entries_, {}, &TimelineEntry::on);
        return std::move(entries_);
    }

 private:
    void add_received() {
        const auto notification = store_.notification(child_.notification).value();
        entries_.push_back({notification.received_on, "received", notification.reference,
                            notification.agency.empty()
                                ? "notification received"
                                : fmt::format("notification received from {}", notification.agency),
                            "", store_.facts_of(child_.reference).front().recorded_by});
    }

    /// A screening follows the version of the facts that it read, also where both are of one day.
    void add_facts_and_screenings() {
        add_received();
        const auto screenings = store_.screenings_of(child_.reference);
        for (const auto& facts : store_.facts_of(child_.reference)) {
            if (facts.number > 1) {
                entries_.push_back({day_of(facts.recorded_at), "amended", "",
                                    fmt::format("facts amended, version {}", facts.number),
                                    facts.reason, facts.recorded_by});
            }
            for (const auto& screening : screenings) {
                if (screening.facts_version == facts.number) add(screening);
            }
        }
    }

    void add(const record::ScreeningRecord& screening) {
        std::vector<std::string> results;
        for (const auto& result : screening.results) {
            results.push_back(fmt::format("{} {}", result.determination, result.outcome));
        }
        entries_.push_back(
            {day_of(screening.screened_at), "screened", screening.reference,
             fmt::format("screened under {}: {}", screening.criteria_id, text::join(results, ", ")),
             "", screening.screened_by});
    }

    void add(const record::Decision& decision) {
        entries_.push_back({decision.decided_on, "decided", "",
                            fmt::format("decided {} on {}; the meeting of {} recommended {}",
                                        decision.decided, decision.determination,
                                        record::to_text(decision.meeting_on), decision.recommended),
                            decision.reasons, decision.recorded_by});
    }

    void add(const DeadlineStop& stop) {
        const bool first = stopped_.insert(stop.deadline).second;
        auto words = fmt::format("clock {} stopped{}", stop.deadline,
                                 first ? "" : ", instead of the day recorded before");
        if (!stop.reference.empty()) words += ", reference " + stop.reference;
        entries_.push_back({stop.on, "stopped", "", std::move(words), "", ""});
    }

    void add(const record::Weighing& weighing) {
        const bool first = weighed_.insert({weighing.checklist, weighing.factor}).second;
        entries_.push_back(
            {weighing.weighed_on, "weighed", "",
             fmt::format("{} of {} weighed: {}{}", weighing.factor, weighing.checklist,
                         weighing.answer, first ? "" : ", instead of what was recorded before"),
             weighing.reason, weighing.recorded_by});
    }

    void add(const record::Review& review) {
        entries_.push_back(
            {review.opened_on, "opened", review.reference,
             fmt::format("review opened: {}, \"{}\"", review.kind_label, review.pseudonym),
             review.reason, ""});
        for (const auto& lesson : store_.lessons_of(review.reference)) {
            entries_.push_back({day_of(lesson.recorded_at), "lesson", lesson.reference,
                                fmt::format("lesson of {}, {} tier", lesson.review, lesson.tier),
                                lesson.text, lesson.recorded_by});
        }
        if (review.closed_on) {
            entries_.push_back(
                {*review.closed_on, "closed", review.reference, "review closed", "", ""});
        }
        for (const auto& publication : store_.publications()) {
            if (publication.review == review.reference) add(publication);
        }
    }

    void add(const record::Publication& publication) {
        entries_.push_back({publication.published_on, "published", publication.reference,
                            fmt::format("report published, up until at least {}",
                                        record::to_text(publication.last_day)),
                            "", ""});
        if (!publication.ended_on) return;
        const bool withdrawn = publication.state == record::PublicationState::withdrawn;
        entries_.push_back({*publication.ended_on, withdrawn ? "withdrawn" : "ended",
                            publication.reference,
                            withdrawn ? "report withdrawn" : "report taken down, its time over",
                            withdrawn ? publication.end_reason : "", ""});
    }

    Store& store_;
    const record::Case& child_;
    std::vector<TimelineEntry> entries_;
    std::set<std::string> stopped_;  ///< the clocks of which a stop was seen
    std::set<std::pair<std::string, std::string>> weighed_;  ///< checklist and factor, likewise
};

}  // namespace

std::vector<TimelineEntry> timeline_of(Store& store, const record::Case& child) {
    return Timeline(store, child).take();
}

}  // namespace scr::casework
