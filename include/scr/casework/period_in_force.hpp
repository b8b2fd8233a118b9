#pragma once

#include <optional>
#include <string>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::casework {

/// The time in which a criteria file is in force, as it bears on records. The criteria must outlive
/// it.
class PeriodInForce {
 public:
    explicit PeriodInForce(const criteria::CriteriaHead&);

    bool leaves_out(record::CivilDate) const;
    /// By the record's regime date; one without it is not left out.
    bool leaves_out(const IncomingRecord&) const;
    /// Why a record that is left out is refused, where it is to be.
    RejectedRecord refusal(const IncomingRecord&) const;
    /// `scr-2015 is in force from 2015-03-26 to 2019-09-29`.
    std::string in_words() const;

 private:
    const criteria::CriteriaHead& criteria_;
    std::optional<record::CivilDate> from_;
    std::optional<record::CivilDate> to_;
};

}  // namespace scr::casework
