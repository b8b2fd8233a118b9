#include "scr/record/lifecycle.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::record {
namespace {

/// Why a publication that is down can not be taken down, or nothing while it is up.
std::optional<Refusal> already_down(std::string_view publication, PublicationState state) {
    const std::string look = fmt::format("`scr show {}`", publication);
    switch (state) {
        case PublicationState::published: return std::nullopt;
        case PublicationState::ended:
            return Refusal{fmt::format("{} is down already: its time was over", publication), look};
        case PublicationState::withdrawn:
            return Refusal{fmt::format("{} is down already: it was withdrawn", publication), look};
    }
    return std::nullopt;
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

std::optional<Refusal> may_decide(std::string_view case_reference, const CaseStanding& standing) {
    if (standing.screened_current_facts) return std::nullopt;
    const std::string help = fmt::format("`scr screen {}`", case_reference);
    if (standing.screened)
        return Refusal{fmt::format("the facts of {} have changed since it was screened, and a "
                                   "decision rests on the facts as they are",
                                   case_reference),
                       help};
    return Refusal{
        fmt::format("{} has not been screened, and a decision needs a screening before it",
                    case_reference),
        help};
}

std::optional<Refusal> may_open(std::string_view case_reference, const CaseStanding& standing,
                                std::string_view kind, const std::vector<std::string>& after,
                                bool reason_given) {
    if (!standing.decided)
        return Refusal{
            fmt::format("nothing has been decided on {}, and a review follows a decision",
                        case_reference),
            // A case that may not be decided either is sent to the first step, not the second.
            standing.screened_current_facts
                ? fmt::format("`scr review decide {} --meeting D --recommend OUTCOME --decide "
                              "OUTCOME --reason-file F`",
                              case_reference)
                : fmt::format("`scr screen {}`", case_reference)};
    if (standing.open_review)
        return Refusal{fmt::format("{} is already under {}, which is still open", case_reference,
                                   *standing.open_review),
                       fmt::format("`scr review close {}`", *standing.open_review)};
    if (!reason_given && !after.empty() && !contains(after, *standing.decided))
        return Refusal{
            fmt::format("`{}` was decided on {}, and `{}` follows {}: opening it after "
                        "another outcome needs a reason",
                        *standing.decided, case_reference, kind, text::join_in_words(after, "or")),
            fmt::format("`scr review open {} --kind {} --pseudonym T --reason TEXT`",
                        case_reference, kind)};
    return std::nullopt;
}

std::optional<Refusal> may_weigh(std::string_view case_reference, std::string_view checklist,
                                 const WeighingStanding& standing) {
    if (!standing.screened)
        return Refusal{
            fmt::format("{} has not been screened, and what is weighed on it comes after",
                        case_reference),
            fmt::format("`scr screen {}`", case_reference)};
    if (standing.closed_review)
        return Refusal{
            fmt::format("`{}` is weighed before {}, which is closed: its factors are final",
                        checklist, *standing.closed_review),
            fmt::format("`scr show {}`", case_reference)};
    return std::nullopt;
}

std::optional<Refusal> may_add_lesson(std::string_view review, const ReviewStanding& standing) {
    if (!standing.closed) return std::nullopt;
    return Refusal{fmt::format("{} is closed, and its lessons are final", review),
                   fmt::format("`scr show {}`", review)};
}

std::optional<Refusal> may_close(std::string_view review, const ReviewStanding& standing) {
    if (!standing.closed) return std::nullopt;
    return Refusal{fmt::format("{} is closed already", review),
                   fmt::format("`scr show {}`", review)};
}

std::optional<Refusal> may_publish(std::string_view review, const ReviewStanding& standing) {
    if (standing.published_policy == "no")
        return Refusal{fmt::format("{} is of a kind whose reports are not published", review),
                       "`scr criteria show` lists the kinds and which of them are published"};
    if (standing.has_live_publication)
        return Refusal{
            fmt::format("{} has a report on the web already: withdraw that one first", review),
            standing.live_publication.empty()
                ? "`scr list publications` names it"
                : fmt::format("`scr publish withdraw {} --reason TEXT`",
                              standing.live_publication)};
    return std::nullopt;
}

std::optional<Refusal> may_publish_again(const Publication& live, CivilDate published_on) {
    if (live.published_on == published_on) return std::nullopt;
    return Refusal{
        fmt::format("this report has been on the web as {} since {}: another day would be another "
                    "publication",
                    live.reference, to_text(live.published_on)),
        fmt::format("`scr publish withdraw {} --reason TEXT`, then publish it anew",
                    live.reference)};
}

std::optional<Refusal> may_withdraw(std::string_view publication, PublicationState state) {
    return already_down(publication, state);
}

std::string case_state(const CaseStanding& standing) {
    if (standing.open_review) return "under_review";
    if (standing.under_closed_review) return "reviewed";
    if (standing.decided) return "decided";
    return standing.screened_current_facts ? "screened" : "unscreened";
}

}  // namespace scr::record
