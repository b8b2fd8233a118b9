#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/record/notification.hpp"

/// Which criteria file a case is screened under, where nobody named one. Pure: the files come in as
/// values.
namespace scr::casework {

struct CriteriaChoice {
    std::string id;
    bool taken_in_under = false;  ///< the very text that the case was taken in under
    std::string warning;          ///< for the person; blank where the choice is plain
};

/// Why there is no choice (exit 4): none is in force, or several are and none declares the overlap.
struct ChoiceRefusal {
    std::string why;
    std::string note;
    std::string help;
};

/// The date of that column (`incident_on`), or nothing.
std::optional<record::CivilDate> date_of(const record::CaseDates&, std::string_view column);

/// Whether the file is in force on that day; both ends are inclusive, an absent end is open.
bool is_in_force(const criteria::CriteriaHead&, record::CivilDate);

/// Whether two files are of one kind and jurisdiction: one may take the place of the other.
bool same_line(const criteria::CriteriaHead&, const criteria::CriteriaHead&);

/// For a stored case: among the files of the same kind and jurisdiction as the one that it was
/// taken in under, the one in force on its regime date. Without that date, the file it was taken in
/// under. `library` is CriteriaLibrary::heads(); the file taken in under stands as a candidate
/// beside them unless they hold a newer text of the same id. `in_force_on` takes the place of the
/// regime date.
std::variant<CriteriaChoice, ChoiceRefusal> choose_for_case(
    const record::CaseDates&, const criteria::CriteriaHead& taken_in_under,
    const std::vector<criteria::CriteriaHead>& library,
    std::optional<record::CivilDate> in_force_on = {});

/// For a record taken in from options or an interview: among the files of the same kind and
/// jurisdiction as `usual`, the one in force on its incident's date, by its id; blank where there
/// is no date, none or several.
std::string choose_for_incident(std::optional<record::CivilDate> incident_on,
                                const criteria::CriteriaHead& usual,
                                const std::vector<criteria::CriteriaHead>& library);

}  // namespace scr::casework
