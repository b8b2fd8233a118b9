#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/criteria.hpp"
#include "scr/record/notification.hpp"

namespace scr::casework {

/// Who stands behind an answer; every part may be blank.
struct Attribution {
    std::string source;
    std::string judged_by;
    std::string ground;
    std::string on;  ///< `YYYY-MM-DD`

    bool operator==(const Attribution&) const = default;
};

/// What a kept cell is, where the output tells such things apart.
enum class KeptForm {
    absent,  ///< null, or not there at all
    text,
    json,  ///< a number, a truth, a list or an object, as it was written
};

/// A cell of `--keep`, as long as what holds it.
struct KeptView {
    std::string_view text;  ///< blank where it is absent
    KeptForm form = KeptForm::absent;
};

/// A cell of `--keep`, as it was.
struct KeptCell {
    std::string text;
    KeptForm form = KeptForm::absent;

    operator KeptView() const { return {text, form}; }
};

/// One child as it came in, from a row, a line or options: answers read, dates parsed, ages not yet
/// computed.
struct IncomingRecord {
    std::size_t line = 0;  ///< 1-based, where the record starts; 0 when it came from options
    std::string ref;
    std::string agency;
    std::string child;
    std::string incident;
    std::string area;
    std::string summary;
    record::CaseDates dates;
    std::optional<record::CivilDate> date_of_birth;
    criteria::Answers answers;                        ///< one a fact of the criteria
    std::map<std::size_t, Attribution> attributions;  ///< by fact
    std::vector<KeptCell> kept;                       ///< in the order of `--keep`
};

/// A record that was refused, and why. Never holds the record.
struct RejectedRecord {
    std::size_t line = 0;
    std::optional<std::size_t> column;  ///< CSV: 1-based position of the field
    std::string ref;
    std::string field;  ///< blank where the whole record is at fault
    std::string problem;
    std::string note;
    std::string help;
};

/// Computes blank facts with `years` from the record's dates and checks those that are given: a
/// given and a computed age that disagree are a problem. Nothing when all is well. The attribution
/// of a computed answer says from which dates.
std::optional<RejectedRecord> complete_ages(const criteria::Criteria&, IncomingRecord&);

}  // namespace scr::casework
