#pragma once

#include <map>
#include <set>
#include <string>

#include "scr/casework/regimes.hpp"

namespace scr::cli {

class Context;

/// Which files were taken for want of a date, over all the cases or records of a run: they may be
/// thousands, so that is said once for each date.
class UndatedRegimes {
 public:
    /// Of one case or record, by the name that it has for people: one file that it was taken under.
    void add(const std::string& name, const record::CaseDates&, const criteria::CriteriaHead&);

    /// `stored`: of cases, which can be given the date; else of records.
    void warn(Context&, bool stored) const;

 private:
    struct Undated {
        std::size_t count = 0;  ///< of cases or records
        std::string last;       ///< name among them
        std::set<std::string> files;
    };
    std::map<std::string, Undated> by_date_;  ///< by the name of the date
};

}  // namespace scr::cli
