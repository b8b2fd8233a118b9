#include "scr/casework/attention.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/case_clocks.hpp"
#include "scr/casework/decided_otherwise.hpp"
#include "scr/casework/standing.hpp"
#include "scr/casework/state_words.hpp"
#include "scr/casework/unweighed.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

class Collector {
 public:
    Collector(Store& store, CriteriaLibrary& library, const record::Calendar& calendar,
              record::CivilDate today)
        : store_(store),
          library_(library),
          clocks_(store, library, calendar, today),
          today_(today) {}

    std::vector<AttentionItem> collect() {
        store_.each_case([this](const record::Case& child) { look_at(child); });
        for (const auto& review : store_.reviews()) look_at(review);
        for (const auto& publication : store_.publications()) look_at(publication);
        std::ranges::stable_sort(items_, {}, &AttentionItem::need);
        return std::move(items_);
    }

 private:
    void look_at(const record::Case& child) {
        const auto standing = case_standing(store_, child);
        if (!standing.screened_current_facts) {
            items_.push_back({Need::unscreened,
                              child.reference,
                              {},
                              standing.screened ? "its facts have changed since it was screened"
                                                : "never screened",
                              fmt::format("scr screen {}", child.reference)});
        } else if (!standing.decided) {
            items_.push_back({Need::undecided,
                              child.reference,
                              {},
                              results_of(child),
                              decide_command(child.reference)});
        }
        if (standing.decided) look_at_decided(child);
        for (const auto& clock : clocks_.of(child)) {
            if (clock.status.state == record::DeadlineState::overdue) {
                add_overdue(child, clock, standing);
            }
        }
    }

    void look_at_decided(const record::Case& child) {
        const auto found = decided_otherwise(store_, library_, screeners_, child);
        if (!found) return;
        items_.push_back(
            {Need::decided_otherwise, child.reference, {}, found->in_words(), found->command});
    }

    std::string results_of(const record::Case& child) {
        std::vector<std::string> results;
        const auto screenings = store_.screenings_of(child.reference);
        for (const auto& result : screenings.back().results) {
            results.push_back(fmt::format("{} {}", result.determination, result.outcome));
        }
        return text::join(results, ", ");
    }

    /// The step that stops the clock or, where one has to come before it, that one.
    std::string stop_command(const record::Case& child, const Clock& clock,
                             const record::CaseStanding& standing) {
        const auto& reference = child.reference;
        if (!standing.screened_current_facts) return fmt::format("scr screen {}", reference);
        if (!stopped_by_a_step(clock.until)) {
            return fmt::format("scr review done {} {} --on D", reference, clock.id);
        }
        if (clock.until == "decided_on") return decide_command(reference);
        const auto reviews = store_.reviews_of(reference);
        if (reviews.empty()) {
            return fmt::format("scr review open {} --kind KIND --pseudonym T", reference);
        }
        // A rapid review is closed before another is opened: the step is one of the open review.
        const auto open = std::ranges::find_if(
            reviews, [](const record::Review& review) { return !review.closed_on; });
        const auto& review = open != reviews.end() ? open->reference : reviews.back().reference;
        return clock.until == "closed_on" ? fmt::format("scr review close {}", review)
                                          : fmt::format("scr publish {} FILE", review);
    }

    void add_overdue(const record::Case& child, const Clock& clock,
                     const record::CaseStanding& standing) {
        std::string text = fmt::format("{}: {}", clock.id, in_words(clock));
        if (!clock.owner.empty()) text += fmt::format(" ({})", clock.owner);
        items_.push_back({Need::overdue, child.reference, clock.status.due, std::move(text),
                          stop_command(child, clock, standing)});
    }

    /// Once it is closed its factors are final, and nobody can weigh them any more.
    void look_at(const record::Review& review) {
        if (review.closed_on) return;
        for (const auto& lacking : unweighed_of(store_, library_, review)) {
            items_.push_back(
                {Need::unweighed,
                 review.reference,
                 {},
                 fmt::format("{} of {} not weighed yet", text::join_in_words(lacking.factors),
                             lacking.case_reference),
                 weigh_command(lacking)});
        }
    }

    void look_at(const record::Publication& publication) {
        if (publication.state != record::PublicationState::published) return;
        const int left = record::days_between(today_, publication.last_day);
        if (left > announced_days) return;
        const auto last = record::to_text(publication.last_day);
        if (left < 0) {
            items_.push_back({Need::past_last_day, publication.reference, publication.last_day,
                              fmt::format("{}, its last day was {}", publication.pseudonym, last),
                              "scr expire"});
        } else {
            const auto days = text::counted(static_cast<std::size_t>(left), "day");
            items_.push_back(
                {Need::ending_soon, publication.reference, publication.last_day,
                 left == 0
                     ? fmt::format("{}, today is its last day", publication.pseudonym)
                     : fmt::format("{}, last day {}, {} left", publication.pseudonym, last, days),
                 fmt::format("scr show {}", publication.reference)});
        }
    }

    Store& store_;
    CriteriaLibrary& library_;
    CaseClocks clocks_;
    Screeners screeners_;
    record::CivilDate today_;
    std::vector<AttentionItem> items_;
};

}  // namespace

std::string_view to_text(Need need) {
    switch (need) {
        case Need::overdue: return "overdue";
        case Need::past_last_day: return "past_last_day";
        case Need::unscreened: return "unscreened";
        case Need::decided_otherwise: return "decided_otherwise";
        case Need::undecided: return "undecided";
        case Need::unweighed: return "unweighed";
        case Need::ending_soon: return "ending_soon";
    }
    return "";
}

std::vector<AttentionItem> attention(Store& store, CriteriaLibrary& library,
                                     const record::Calendar& calendar, record::CivilDate today) {
    return Collector(store, library, calendar, today).collect();
}

}  // namespace scr::casework
