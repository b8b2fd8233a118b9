#include "scr/casework/what_if.hpp"

#include "scr/casework/examine.hpp"

namespace scr::casework {

std::variant<CaseScreening, RejectedRecord> what_if(
    const CaseScreening& before, const std::map<std::size_t, criteria::Answer>& changes,
    const criteria::Screener& screener, criteria::Blanks blanks) {
    CaseScreening after = before;
    for (const auto& [fact, answer] : changes) {
        after.facts.answers[fact] = answer;
        after.facts.attributions.erase(fact);
    }
    after.screening = screener.screen(after.facts.answers, blanks);
    IncomingRecord record;
    record.ref = after.child.reference;
    record.answers = after.facts.answers;
    if (auto problem = contradiction_of(screener, record, after.screening, blanks)) {
        return std::move(*problem);
    }
    after.record = to_record(*after.criteria, screener, after.screening, blanks);
    after.record.case_reference = after.child.reference;
    after.already = false;
    return after;
}

}  // namespace scr::casework
