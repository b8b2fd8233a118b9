#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/record/publication.hpp"

/// Which step may follow which, and if not, why: notification, screening, decision, review with its
/// lessons, publication, end. The only place that decides it.
namespace scr::record {

/// Where a case stands.
struct CaseStanding {
    bool screened_current_facts = false;       ///< a screening of the newest facts is there
    bool screened = false;                     ///< any screening is there
    std::optional<std::string> decided{};      ///< what stands on the question asked about
    std::optional<std::string> open_review{};  ///< the review that it is under now
    bool under_closed_review = false;
};

/// Where a review stands.
struct ReviewStanding {
    bool closed = false;
    std::string published_policy{};  ///< of its kind: yes, optional, no
    bool has_live_publication = false;
    std::string live_publication{};  ///< its reference, for the help; may be blank
};

/// Where a case stands for a checklist that is weighed on it.
struct WeighingStanding {
    bool screened = false;  ///< any screening is there
    /// The newest of the reviews before which it is weighed, if it is closed.
    std::optional<std::string> closed_review{};
};

/// Why a step is not allowed now (exit 4), in words for an analyst, and a command that leads on.
struct Refusal {
    std::string why;
    std::string help;
};

/// Each of these is empty when the step is allowed.

/// The subgroup sees a screening of the facts as they are. A second decision supersedes the first.
std::optional<Refusal> may_decide(std::string_view case_reference, const CaseStanding& standing);

/// `after` is the kind's list of outcomes after which it needs no reason; an empty one names none
/// to depart from, so none needs a reason.
std::optional<Refusal> may_open(std::string_view case_reference, const CaseStanding& standing,
                                std::string_view kind, const std::vector<std::string>& after,
                                bool reason_given);

/// From the screening on, for the criteria that it was made under have the checklist, until the
/// review that it is weighed for is closed.
std::optional<Refusal> may_weigh(std::string_view case_reference, std::string_view checklist,
                                 const WeighingStanding& standing);

std::optional<Refusal> may_add_lesson(std::string_view review, const ReviewStanding& standing);

std::optional<Refusal> may_close(std::string_view review, const ReviewStanding& standing);

/// Allowed before and after the review is closed.
std::optional<Refusal> may_publish(std::string_view review, const ReviewStanding& standing);

/// The same report once more: only as public since the same day.
std::optional<Refusal> may_publish_again(const Publication& live, CivilDate published_on);

/// Early removal, with a reason.
std::optional<Refusal> may_withdraw(std::string_view publication, PublicationState state);

/// `unscreened` (no screening of its current facts), `screened`, `decided`, `under_review`,
/// `reviewed`: the furthest that holds.
std::string case_state(const CaseStanding& standing);

}  // namespace scr::record
