#pragma once

#include <string>

#include "casework/lighthouse.hpp"
#include "scr/casework/decide.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/publish.hpp"
#include "scr/casework/review.hpp"

/// Steps with the answers that most tests do not care about.
namespace scr::casework::lighthouse {

inline DecideRequest decision(const std::string& name) {
    DecideRequest request;
    request.cases = {name};
    request.meeting_on = request.decided_on = day("2025-03-12");
    request.recommended = request.decided = "great";
    return request;
}

inline DecideResult decide(Harbour& harbour, const DecideRequest& request) {
    return casework::decide(harbour.store(), harbour.library, request,
                            harbour.act("review.decide"));
}

inline OpenRequest opening(const std::string& name, const std::string& pseudonym) {
    return {{name}, "great_inquiry", pseudonym, "", day("2025-03-20")};
}

inline OpenResult open(Harbour& harbour, const OpenRequest& request) {
    return open_review(harbour.store(), harbour.library, request, harbour.act("review.open"));
}

/// Decides a screened case as the machine has it and opens a review, whose reference is returned.
inline std::string open(Harbour& harbour, const std::string& name, const std::string& pseudonym) {
    decide(harbour, decision(name));
    return open(harbour, opening(name, pseudonym)).review.reference;
}

inline PublishRequest report(const std::string& review, const std::string& published_on) {
    return {review, "report.txt", "Learning from the lamp\nThe lamp was dark.", "",
            day(published_on)};
}

inline ReportCheck publish(Harbour& harbour, const PublishRequest& request) {
    return casework::publish(harbour.store(), harbour.library, read_lines, harbour.calendar,
                             request, harbour.act("publish"));
}

/// A case from its notification to its report, up from that day.
inline std::string publish(Harbour& harbour, const std::string& published_on) {
    const auto child = harbour.notify();
    harbour.screen(child);
    const auto review = open(harbour, child, "Child J");
    return publish(harbour, report(review, published_on)).publication.reference;
}

}  // namespace scr::casework::lighthouse
