#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/show.hpp"
#include "cli/context.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/state_words.hpp"
#include "scr/casework/unweighed.hpp"
#include "scr/publication/page.hpp"

namespace scr::cli {
namespace {

/// What is weighed before a review of this kind, and is not; after the close nobody can any more.
Section not_weighed_in(Context& context, const record::Review& review) {
    Section section{"unweighed",
                    review.closed_on ? "Never weighed" : "Not weighed yet",
                    Section::Form::entries,
                    {{"case", "case"}, {"factors", "factors"}, {"command", "next"}},
                    {},
                    ""};
    for (const auto& lacking :
         casework::unweighed_of(context.store_or_empty(), context.criteria_library(), review)) {
        section.rows.push_back({lacking.case_reference, lacking.factors,
                                review.closed_on ? Cell() : casework::weigh_command(lacking)});
    }
    return section;
}

Section lessons_of(casework::Store& store, const std::string& review) {
    Section section{"lessons",
                    "Lessons",
                    Section::Form::entries,
                    {{"lesson", "lesson"}, {"tier", "tier"}, {"text", "text"}},
                    {},
                    "none yet"};
    for (const auto& lesson : store.lessons_of(review)) {
        section.rows.push_back({lesson.reference, lesson.tier, lesson.text});
    }
    return section;
}

Section publications_of(casework::Store& store, const std::string& review) {
    Section section{"publications",
                    "Publications",
                    Section::Form::table,
                    {{"publication", "publication"},
                     {"published_on", "published"},
                     {"last_day", "last day"},
                     {"state", "state"},
                     {"ended_on", "down from"}},
                    {},
                    "none yet"};
    for (const auto& publication : store.publications()) {
        if (publication.review != review) continue;
        section.rows.push_back({publication.reference, date_cell(publication.published_on),
                                date_cell(publication.last_day),
                                casework::state_word(publication.state),
                                date_cell(publication.ended_on)});
    }
    return section;
}

}  // namespace

void show_review(Context& context, const record::Review& review) {
    auto& store = context.store_or_empty();
    Sheet("review", fmt::format("{}, \"{}\", {}", review.reference, review.pseudonym,
                                casework::state_word(review)))
        .field("reference", "", review.reference)
        .field("pseudonym", "", review.pseudonym)
        .field("state", "", casework::state_word(review))
        .field("kind", "", review.kind)
        .field("kind_label", "kind", review.kind_label)
        .field("cases", "cases", review.cases)
        .field("opened_on", "opened", date_cell(review.opened_on))
        .field("closed_on", "closed", date_cell(review.closed_on))
        .field("reason", "reason", review.reason)
        .section(not_weighed_in(context, review))
        .section(lessons_of(store, review.reference))
        .section(publications_of(store, review.reference))
        .print(context);
}

void show_publication(Context& context, const std::string& reference) {
    const auto publication = casework::publication_named(context.store_or_empty(), reference);
    const bool up = publication.state == record::PublicationState::published;
    const auto page = context.site().folder() / publication::page_name(reference);
    Sheet("publication", fmt::format("{}, \"{}\", {}", reference, publication.pseudonym,
                                     casework::state_word(publication.state)))
        .field("reference", "", reference)
        .field("pseudonym", "", publication.pseudonym)
        .field("state", "", casework::state_word(publication.state))
        .field("review", "review", publication.review)
        .field("title", "title", publication.title)
        .field("published_on", "published", date_cell(publication.published_on))
        .field("last_day", "last day", date_cell(publication.last_day))
        .field("ended_on", "down from", date_cell(publication.ended_on))
        .field("end_reason", "reason", publication.end_reason)
        .field("digest", "SHA-256", publication.report_digest)
        .field("page", "page", up ? Cell(page.string()) : Cell())
        .print(context);
}

void show_lesson(Context& context, const std::string& reference) {
    for (const auto& lesson : context.store_or_empty().lessons()) {
        if (lesson.reference != reference) continue;
        Sheet("lesson", reference)
            .field("reference", "", reference)
            .field("review", "review", lesson.review)
            .field("tier", "tier", lesson.tier)
            .field("text", "text", lesson.text)
            .field("recorded_at", "recorded at", lesson.recorded_at)
            .field("recorded_by", "by", lesson.recorded_by)
            .print(context);
        return;
    }
    casework::refuse_name(reference, "lesson", "lessons");
}

}  // namespace scr::cli
