#pragma once

#include <map>
#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/record/notification.hpp"

namespace scr::casework {

/// Under which criteria cases were taken in: of what kind they are, and of which country.
class CaseOrigins {
 public:
    /// `heads`: of the files that are known. The store must outlive it.
    CaseOrigins(Store& store, std::vector<criteria::CriteriaHead> heads)
        : store_(store), heads_(std::move(heads)) {}

    /// Null where no known file has the id of the text; else valid as long as this.
    const criteria::CriteriaHead* of(const record::Case&);

 private:
    const criteria::CriteriaHead* find(const std::string& digest) const;

    Store& store_;
    std::vector<criteria::CriteriaHead> heads_;
    std::map<std::string, const criteria::CriteriaHead*> known_;  ///< by digest of the text
};

/// Whether two jurisdictions have a country in common: `England and Wales` has one with `Wales`.
bool share_country(const std::string& jurisdiction, const std::string& other);

}  // namespace scr::casework
