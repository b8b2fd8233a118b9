#include "scr/casework/publish.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "casework/needles.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/standing.hpp"
#include "scr/digest/sha256.hpp"
#include "scr/failure.hpp"
#include "scr/publication/retention.hpp"
#include "scr/record/period.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

/// The last day by the period of the criteria file that declares the review's kind.
record::CivilDate last_day_of(const criteria::Criteria& criteria, record::CivilDate published_on,
                              const record::Calendar& calendar) {
    const auto period = record::parse_period(criteria.available_for);
    if (!period) {
        throw Failure(FailureKind::bug,
                      fmt::format("`{}` passed for a period", criteria.available_for));
    }
    return publication::last_day(published_on, *period, calendar);
}

record::Publication publication_of(const record::Review& review, const ReportText& text,
                                   const PublishRequest& request) {
    const std::string_view title = text::trim(request.title.empty() ? text.title : request.title);
    record::Publication publication;
    publication.review = review.reference;
    publication.pseudonym = review.pseudonym;
    publication.title = title;
    publication.report_digest = digest::sha256(request.bytes);
    publication.published_on = request.published_on;
    return publication;
}

/// The same report of the review since the same day, which is down because its time is over: run
/// again, the command must not bring it back.
std::optional<record::Publication> ended_alike(Store& store, const record::Publication& wanted) {
    for (auto& known : store.publications()) {
        if (known.review == wanted.review && known.report_digest == wanted.report_digest &&
            known.published_on == wanted.published_on &&
            known.state == record::PublicationState::ended) {
            return std::move(known);
        }
    }
    return std::nullopt;
}

}  // namespace

ReportCheck check_report(Store& store, CriteriaLibrary& library, const ReportReader& read,
                         const record::Calendar& calendar, const PublishRequest& request) {
    ReportCheck check;
    check.review = review_named(store, request.review);
    auto text = read(request.bytes, request.file_name);
    check.publication = publication_of(check.review, text, request);
    check.report = {check.publication.report_digest, text.format, request.bytes};
    const auto criteria = kept_criteria(store, library, check.review.criteria_digest);
    check.publication.last_day = last_day_of(criteria->criteria, request.published_on, calendar);

    const auto needles = needles_of(store, check.review.cases);
    check.identities = needles.size();
    check.name_recorded = holds_name(needles);
    // Title and pseudonym stand on the page too, whoever wrote them.
    text.segments.push_back({check.publication.title, "title"});
    text.segments.push_back({check.review.pseudonym, "pseudonym"});
    check.leaks = publication::find_leaks(text.segments, needles);

    if (request.published_on < check.review.opened_on) {
        check.doubt = fmt::format("public since {}, before its review was opened on {}",
                                  record::to_text(request.published_on),
                                  record::to_text(check.review.opened_on));
    }
    const auto live = live_publication(store, check.review.reference);
    if (auto ended = ended_alike(store, check.publication)) {
        check.already = std::move(ended);
    } else if (live && live->report_digest == check.publication.report_digest) {
        check.already = live;
        if (request.day_named) {
            check.refusal = record::may_publish_again(*live, request.published_on);
        }
    } else {
        check.refusal = record::may_publish(check.review.reference,
                                            review_standing(store, library, check.review));
    }
    return check;
}

ReportCheck publish(Store& store, CriteriaLibrary& library, const ReportReader& read,
                    const record::Calendar& calendar, const PublishRequest& request,
                    const record::Act& act) {
    const auto change = store.begin(act);
    auto check = check_report(store, library, read, calendar, request);
    if (!check.allowed() || check.already) return check;
    change->keep_report(check.report);
    check.publication.reference = change->add_publication(check.publication);
    change->commit();
    return check;
}

WithdrawResult withdraw(Store& store, const std::string& reference, const std::string& reason,
                        record::CivilDate on, const record::Act& act) {
    const std::string why(text::trim(reason));
    if (why.empty()) throw Failure(FailureKind::usage, "an early removal needs a reason");
    const auto change = store.begin(act);
    auto publication = publication_named(store, reference);
    if (publication.state == record::PublicationState::withdrawn && publication.end_reason == why) {
        return {std::move(publication), true, {}};
    }
    if (auto refusal = record::may_withdraw(publication.reference, publication.state)) {
        return {std::move(publication), false, std::move(refusal)};
    }
    // Withdrawn before its day of publication it ends on the day on which it would have begun.
    const auto down = std::max(on, publication.published_on);
    change->end_publication(publication.reference, record::PublicationState::withdrawn, down, why);
    change->commit();
    return {store.publication(publication.reference).value(), false, {}};
}

}  // namespace scr::casework
