#pragma once

#include <functional>
#include <variant>
#include <vector>

#include "scr/casework/screen.hpp"

/// One case under every regime that it may fall under, side by side. Nothing here is stored.
namespace scr::casework {

/// The positions of the files that a case with these dates falls under: those in force on the date
/// which each reads (one whose date is not there cannot be ruled out), and of them those that
/// `answered` says hold an answered question; all in force where none does.
std::vector<std::size_t> regimes_of(const record::CaseDates& dates,
                                    const std::vector<criteria::CriteriaHead>& files,
                                    const std::function<bool(std::size_t)>& answered);

/// The date that would say whether the file is in force, where the case lacks it and the file is
/// not in force on every day: it is among regimes_of() only because it cannot be ruled out. Blank
/// otherwise.
std::string undated_by(const record::CaseDates&, const criteria::CriteriaHead&);

/// Whether anybody answered one of the questions: an unknown is an answer, a blank is none.
bool answers_any(const criteria::Answers&);

/// A stored case under one file, or why it is refused there.
struct RegimeScreening {
    CriteriaPointer criteria;
    std::variant<CaseScreening, RejectedRecord> result;
};

/// The newest facts of a case under every file of the library that it falls under: of those that
/// have a country in common with the file under which it was taken in. An answer that a file does
/// not know answers its question too.
std::vector<RegimeScreening> under_all_regimes(Store&, CriteriaLibrary&, Screeners&,
                                               const record::Case&, criteria::Blanks);

}  // namespace scr::casework
