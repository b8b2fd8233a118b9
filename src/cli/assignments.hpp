#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scr/criteria/criteria.hpp"
#include "scr/record/civil_date.hpp"

namespace scr::cli {

class Context;

/// What `NAME=VALUE…` says of a case.
struct Assignments {
    std::map<std::size_t, criteria::Answer> answers;                ///< by fact
    std::map<std::string, std::optional<record::CivilDate>> dates;  ///< by column; nothing: no date
};

enum class Assignable { facts, facts_and_dates };

/// Reads assignments against a criteria file. An unknown or repeated name throws Failure (usage),
/// with a suggestion; a value that is no answer, Failure (refused). An empty value makes blank.
Assignments read_assignments(const std::vector<std::string>& texts, const criteria::Criteria&,
                             Assignable, const Context&);

}  // namespace scr::cli
