#include "scr/casework/period_in_force.hpp"

#include <fmt/format.h>

#include "casework/record_checks.hpp"
#include "scr/casework/criteria_choice.hpp"

namespace scr::casework {

PeriodInForce::PeriodInForce(const criteria::CriteriaHead& criteria)
    : criteria_(criteria),
      from_(record::parse_civil_date(criteria.in_force_from)),
      to_(record::parse_civil_date(criteria.in_force_to)) {}

bool PeriodInForce::leaves_out(record::CivilDate date) const {
    return (from_ && date < *from_) || (to_ && date > *to_);
}

bool PeriodInForce::leaves_out(const IncomingRecord& record) const {
    const auto date = date_of(record.dates, criteria_.regime_date);
    return date && leaves_out(*date);
}

RejectedRecord PeriodInForce::refusal(const IncomingRecord& record) const {
    return rejection(record, criteria_.regime_date,
                     fmt::format("{} is not in force on `{}`", criteria_.id, criteria_.regime_date),
                     in_words(), "leave --in-force-only out, or name another file: --criteria ID");
}

std::string PeriodInForce::in_words() const {
    std::string words = criteria_.id + " is in force";
    if (from_) words += " from " + criteria_.in_force_from;
    if (to_) words += " to " + criteria_.in_force_to;
    return words;
}

}  // namespace scr::casework
