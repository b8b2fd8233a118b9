#include "cli/commands/casework_io.hpp"
#include "cli/commands/list.hpp"
#include "cli/context.hpp"
#include "cli/listing.hpp"
#include "scr/casework/state_words.hpp"

namespace scr::cli {

void list_notifications(Context& context) {
    auto& store = context.store_or_empty();
    Listing listing("notifications", {{"notification", "notification"},
                                      {"received_on", "received"},
                                      {"agency", "agency"},
                                      {"incident", "incident"},
                                      {"area", "area"},
                                      {"cases", "children"}});
    for (const auto& notification : store.notifications()) {
        listing.add({notification.reference, date_cell(notification.received_on),
                     notification.agency, notification.incident, notification.area,
                     static_cast<std::int64_t>(store.cases_of(notification.reference).size())});
    }
    listing.print(context, "there are no notifications");
}

void list_reviews(Context& context) {
    Listing listing("reviews", {{"review", "review"},
                                {"pseudonym", "pseudonym"},
                                {"kind", ""},
                                {"kind_label", "kind"},
                                {"cases", "cases"},
                                {"opened_on", "opened"},
                                {"closed_on", "closed"},
                                {"state", "state"}});
    for (const auto& review : context.store_or_empty().reviews()) {
        listing.add({review.reference, review.pseudonym, review.kind, review.kind_label,
                     review.cases, date_cell(review.opened_on), date_cell(review.closed_on),
                     casework::state_word(review)});
    }
    listing.print(context, "there are no reviews");
}

void list_lessons(Context& context) {
    Listing listing("lessons", {{"lesson", "lesson"},
                                {"review", "review"},
                                {"tier", "tier"},
                                {"text", "text"},
                                {"recorded_at", ""},
                                {"recorded_by", ""}});
    for (const auto& lesson : context.store_or_empty().lessons()) {
        listing.add({lesson.reference, lesson.review, lesson.tier, lesson.text, lesson.recorded_at,
                     lesson.recorded_by});
    }
    listing.print(context, "there are no lessons");
}

void list_publications(Context& context) {
    Listing listing("publications", {{"publication", "publication"},
                                     {"review", "review"},
                                     {"pseudonym", "pseudonym"},
                                     {"title", "title"},
                                     {"published_on", "published"},
                                     {"last_day", "last day"},
                                     {"state", "state"},
                                     {"ended_on", "down from"}});
    for (const auto& publication : context.store_or_empty().publications()) {
        listing.add({publication.reference, publication.review, publication.pseudonym,
                     publication.title, date_cell(publication.published_on),
                     date_cell(publication.last_day), casework::state_word(publication.state),
                     date_cell(publication.ended_on)});
    }
    listing.print(context, "there are no publications");
}

}  // namespace scr::cli
