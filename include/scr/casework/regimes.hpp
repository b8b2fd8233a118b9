#pragma once

#include <string>
#include <variant>
#include <vector>

#include "scr/casework/screen.hpp"

/// One case under every regime that it may fall under, side by side. Nothing here is stored.
namespace scr::casework {

/// The ids of the files that are in force on the date which each reads among `dates`, in the order
/// of `library`. A file whose date is not there cannot be ruled out and is among them.
std::vector<std::string> regimes_on(const record::CaseDates& dates,
                                    const std::vector<criteria::CriteriaHead>& library);

/// Whether anybody answered one of the questions: under a file of which nothing was answered, a
/// record says nothing.
bool answers_any(const criteria::Answers&);

/// A stored case under one file, or why it is refused there.
struct RegimeScreening {
    CriteriaPointer criteria;
    std::variant<CaseScreening, RejectedRecord> result;
};

/// The newest facts of a case under every file of regimes_on that knows one of its answers; under
/// all of them where none knows any.
std::vector<RegimeScreening> under_all_regimes(CriteriaLibrary&, Screeners&, const record::Case&,
                                               criteria::Blanks);

}  // namespace scr::casework
