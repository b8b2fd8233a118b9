#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "criteria/findings_parts.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

using Shows = std::function<bool(const Screening&)>;

/// The record as it screens, where there is one. `shows` says whether it is what it was looked for:
/// the diagrams and the screener are two roads to the same answer.
std::optional<ShownRecord> shown(const Criteria&, const Screener&,
                                 const std::optional<Answers>& answers, const Shows& shows);

/// What the screener makes of a test on a record that it does not refuse.
Truth truth_of(const Screener&, const Test&, const Screening&);

/// The smallest record that is not refused: with nothing answered, unless what the file makes of
/// blanks cannot stand together. Where every record is refused, the blank one.
Answers smallest_of_all(RuleDiagrams&);

/// The test that holds where this one fails.
Test negated(const Test&);

/// Of a test that never holds on consistent answers: the smallest record on which it is certain to
/// hold and which is refused for that. Nothing where no answers at all meet it.
std::optional<ShownRecord> where_it_is_refused(RuleDiagrams&, const Screener&, const Test&);

/// The smallest record on which a test is certain to hold.
std::optional<ShownRecord> where_it_holds(RuleDiagrams&, const Screener&, const Test&);

/// The smallest of the records that answer a fact on which nothing turns: each of its answers
/// screens the same.
std::optional<ShownRecord> where_it_is_answered(RuleDiagrams&, const Screener&, std::size_t fact);

/// A record that comes near to what no record does.
struct Nearest {
    std::optional<ShownRecord> record;
    std::string but;  ///< the one part of the test that it does not meet, where that is so

    /// `note`, with what the record does not meet.
    std::string added_to(std::string_view note) const;
};

/// Of a test that never holds on consistent answers: the smallest record on which it holds and
/// which is refused; else, of a conjunction, the smallest that meets all of it but one part; else
/// the smallest of all.
Nearest nearest_to_holding(RuleDiagrams&, const Screener&, const Test&);

}  // namespace scr::criteria
