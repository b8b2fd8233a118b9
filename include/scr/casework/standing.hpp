#pragma once

#include <optional>
#include <string>

#include "scr/casework/criteria_library.hpp"
#include "scr/record/lifecycle.hpp"

/// Where a case or a review stands, read from the store for record/lifecycle to judge.
namespace scr::casework {

/// The newest screening of the case's newest facts.
std::optional<record::ScreeningRecord> current_screening(Store&, const record::Case&);

/// The newest decision on this determination.
std::optional<record::Decision> standing_decision(Store&, const std::string& case_reference,
                                                  const std::string& determination);

/// The newest decision that answers the first question of the screening, among `screenings` of the
/// case, that it was made on.
std::optional<record::Decision> leading_decision(
    Store&, const std::string& case_reference,
    const std::vector<record::ScreeningRecord>& screenings);

/// The command that records a decision on the case.
std::string decide_command(const std::string& case_reference);

/// What counts as decided is the decision on `determination`; blank: on the first question of the
/// screening that the decision was made on. An outcome of one question says nothing about
/// another's.
record::CaseStanding case_standing(Store&, const record::Case&,
                                   const std::string& determination = "");

/// The review's publication that is up.
std::optional<record::Publication> live_publication(Store&, const std::string& review);

record::ReviewStanding review_standing(Store&, CriteriaLibrary&, const record::Review&);

}  // namespace scr::casework
