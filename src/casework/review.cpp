#include "scr/casework/review.hpp"

#include <fmt/format.h>

#include "scr/casework/naming.hpp"
#include "scr/casework/standing.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {

const std::vector<std::string>& lesson_tiers() {
    static const std::vector<std::string> tiers = {"individual", "local", "strategic"};
    return tiers;
}

LessonResult add_lesson(Store& store, CriteriaLibrary& library, record::Lesson lesson,
                        const record::Act& act) {
    lesson.text = text::trim(lesson.text);
    if (lesson.text.empty()) throw Failure(FailureKind::refused, "the lesson's text is empty");
    const auto change = store.begin(act);
    for (auto& known : store.lessons_of(lesson.review)) {
        if (known.tier == lesson.tier && known.text == lesson.text) {
            return {std::move(known), true, {}};
        }
    }
    const auto review = review_named(store, lesson.review);
    auto refusal =
        record::may_add_lesson(review.reference, review_standing(store, library, review));
    if (refusal) return {std::move(lesson), false, std::move(refusal)};
    lesson.reference = change->add_lesson(lesson);
    change->commit();
    return {std::move(lesson), false, {}};
}

CloseResult close_review(Store& store, CriteriaLibrary& library, const std::string& reference,
                         record::CivilDate on, const record::Act& act) {
    const auto change = store.begin(act);
    auto review = review_named(store, reference);
    if (review.closed_on == on) return {std::move(review), true, {}};
    if (auto refusal =
            record::may_close(review.reference, review_standing(store, library, review))) {
        return {std::move(review), false, std::move(refusal)};
    }
    if (on < review.opened_on) {
        return {review, false,
                record::Refusal{fmt::format("{} was opened on {}, and cannot be closed "
                                            "before it",
                                            review.reference, record::to_text(review.opened_on)),
                                "give a later day with --on D"}};
    }
    auto unweighed = unweighed_of(store, library, review);
    change->close_review(review.reference, on);
    change->commit();
    review.closed_on = on;
    return {std::move(review), false, {}, std::move(unweighed)};
}

}  // namespace scr::casework
