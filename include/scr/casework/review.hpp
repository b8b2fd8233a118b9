#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/unweighed.hpp"
#include "scr/publication/leak_check.hpp"
#include "scr/record/lifecycle.hpp"

/// The steps of a review: open, lesson, close. Each, run again, adds nothing.
namespace scr::casework {

struct OpenRequest {
    std::vector<std::string> cases;  ///< names: references, notifications, pseudonyms
    std::string kind;                ///< a review kind of the criteria file
    std::string pseudonym;
    std::string reason;  ///< needed where the kind does not follow the decision; else may be blank
    record::CivilDate opened_on{};
};

struct OpenResult {
    record::Review review;
    bool already = false;                         ///< the same review is open: nothing was added
    std::vector<record::Refusal> refusals;        ///< when there is one, nothing was stored
    std::vector<publication::LeakFinding> leaks;  ///< what the pseudonym gives away; likewise
    bool identities_recorded = false;             ///< whether there was anything to check against
    std::vector<Unweighed> unweighed;             ///< opened although these are not weighed yet
};

/// Opens a review of decided cases. A kind that the criteria file does not know, and a blank
/// pseudonym, throw Failure (usage).
OpenResult open_review(Store&, CriteriaLibrary&, const OpenRequest&, const record::Act&);

/// The tiers on which a lesson is learnt.
const std::vector<std::string>& lesson_tiers();

struct LessonResult {
    record::Lesson lesson;
    bool already = false;  ///< the review has this lesson: nothing was added
    std::optional<record::Refusal> refusal;
};

/// `lesson` names its review, tier and text.
LessonResult add_lesson(Store&, CriteriaLibrary&, record::Lesson lesson, const record::Act&);

struct CloseResult {
    record::Review review;
    bool already = false;  ///< closed on that day before: nothing was added
    std::optional<record::Refusal> refusal;
    std::vector<Unweighed> unweighed{};  ///< closed although these never were weighed
};

CloseResult close_review(Store&, CriteriaLibrary&, const std::string& review, record::CivilDate on,
                         const record::Act&);

}  // namespace scr::casework
